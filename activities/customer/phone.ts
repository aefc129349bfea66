import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/**
 * A telephone number as it is kept, in the form of E.164 with an extension behind it: `+622155501010;ext=5`. A number
 * without a country code is one of `country` (ISO 3166). Undefined when the number cannot exist.
 */
export function readPhone(written: string, country: string): string | undefined {
  const region = isSupportedCountry(country) ? country : undefined;
  const phone = parsePhoneNumberFromString(written, {
    extract: false,
    ...(region === undefined ? {} : { defaultCountry: region }),
  });
  if (phone?.isValid() !== true) return undefined;
  return phone.ext === undefined ? phone.number : `${phone.number};ext=${phone.ext}`;
}

/** Whether it is a country by ISO 3166, in capitals. */
export function isCountry(code: string): boolean {
  return isSupportedCountry(code);
}
