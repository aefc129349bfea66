import type { z } from 'zod';
import type { customerFields } from '../../contract/customer/customer-fields.js';
import { readTaxNumber } from '../../domain/company/tax-number.js';
import { readIdentityNumber, readTaxBranchNumber } from '../../domain/customer/tax-identity.js';
import type { Fault } from '../../domain/refusal.js';
import { isTimeZone } from '../company/check-time-zone.js';
import { isCountry, readPhone } from './phone.js';

/** What people say of a customer. */
export type CustomerFields = z.output<typeof customerFields>;

/** Of the company, for what a customer does not say. */
export type CustomerDefaults = Readonly<{ country: string; timeZone: string; language: string }>;

/** The columns of a customer, as they are kept. */
export type CustomerColumns = Readonly<
  Record<
    'name' | 'legalName' | 'segment' | 'address' | 'country' | 'timeZone' | 'language',
    string
  > &
    Record<'taxNumber' | 'taxBranchNumber' | 'identityNumber' | 'email' | 'phone', string | null> &
    Record<'termsDays' | 'instalments', number>
>;

export type CheckedCustomer =
  | Readonly<{ kind: 'good'; columns: CustomerColumns }>
  | Readonly<{ kind: 'bad'; faults: readonly [Fault, ...Fault[]] }>;

/**
 * Reads what people say of a customer and puts numbers into the form in which they are kept. Names every fault:
 * `COUNTRY_UNKNOWN`, `TIME_ZONE_UNKNOWN`, `TAX_NUMBER_MALFORMED`, `TAX_BRANCH_MALFORMED`, `IDENTITY_NUMBER_MALFORMED`,
 * `PHONE_MALFORMED`. Never throws.
 */
export function checkCustomer(fields: CustomerFields, defaults: CustomerDefaults): CheckedCustomer {
  const { name, segment, address, termsDays, instalments } = fields;
  const { faults, read } = createReader();
  const country = fields.country ?? defaults.country;
  const timeZone = fields.timeZone ?? defaults.timeZone;
  read('country', country, (code) => (isCountry(code) ? code : undefined));
  read('timeZone', timeZone, (zone) => (isTimeZone(zone) ? zone : undefined));
  const taxNumber = read('taxNumber', fields.taxNumber, (written) =>
    readTaxNumber(written, country),
  );
  const numbers = {
    taxNumber,
    taxBranchNumber: read('taxBranchNumber', fields.taxBranchNumber, (written) =>
      readTaxBranchNumber(written, taxNumber ?? undefined),
    ),
    identityNumber: read('identityNumber', fields.identityNumber, readIdentityNumber),
    phone: read('phone', fields.phone, (written) => readPhone(written, country)),
  };
  const [first, ...others] = faults;
  if (first !== undefined) return { kind: 'bad', faults: [first, ...others] };
  const texts = { legalName: fields.legalName ?? name, email: fields.email ?? null };
  const habits = { country, timeZone, language: fields.language ?? defaults.language };
  const columns = { name, segment, address, ...texts, ...habits, ...numbers };
  return { kind: 'good', columns: { ...columns, termsDays, instalments } };
}

const FAULTS = {
  country: {
    code: 'COUNTRY_UNKNOWN',
    detail: 'A country has two capitals (ISO 3166), such as ID.',
  },
  timeZone: { code: 'TIME_ZONE_UNKNOWN', detail: 'Asia/Jakarta is a time zone, this is none.' },
  taxNumber: {
    code: 'TAX_NUMBER_MALFORMED',
    detail: 'An NPWP has 16 digits, or 15 in the form before July 2024.',
  },
  taxBranchNumber: {
    code: 'TAX_BRANCH_MALFORMED',
    detail: 'A NITKU has 22 digits and begins with the NPWP of the customer.',
  },
  identityNumber: {
    code: 'IDENTITY_NUMBER_MALFORMED',
    detail: 'A NIK has 16 digits: district, day of birth, and a serial above zero.',
  },
  phone: {
    code: 'PHONE_MALFORMED',
    detail: 'No telephone has this number; begin with + and the code of another country.',
  },
} as const;

/** Reads one field after the other and collects the faults. */
function createReader() {
  const faults: Fault[] = [];
  const read = (
    param: keyof typeof FAULTS,
    written: string | null | undefined,
    reader: (written: string) => string | undefined,
  ): string | null => {
    if (written === undefined || written === null) return null;
    const found = reader(written);
    if (found === undefined) faults.push({ ...FAULTS[param], param });
    return found ?? null;
  };
  return { faults, read };
}
