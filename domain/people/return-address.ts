const RETURN_ADDRESS_MAX_LENGTH = 2_000;
/** Any host that no address names: what leaves it leads elsewhere. */
const OWN = 'https://own.invalid';

/**
 * Whether an address to return to after a sign-in is a page of ours: a path, perhaps with a query. Browsers take `//host`
 * and `/\host` for another host, and leave tabs and line breaks out.
 */
export function isOwnPage(address: string): boolean {
  if (address.length > RETURN_ADDRESS_MAX_LENGTH || !/^\/(?![/\\])[\x21-\x7e]*$/.test(address))
    return false;
  return URL.canParse(address, OWN) && new URL(address, OWN).origin === OWN;
}
