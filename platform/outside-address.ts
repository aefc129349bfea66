import type { LookupFunction } from 'node:net';
import { blockListOf, familyOf, isWithin, LOOPBACK } from './address-blocks.js';
import { resolveHost, type Resolve } from './resolve-host.js';

/** An address outside that we call. The host was resolved and checked; the connection uses this address. */
export type OutsideAddress = Readonly<{ url: URL; address: string; family: 4 | 6 }>;

export type AddressRules = Readonly<{
  /** On a developer's machine the other side may run on loopback, without TLS. */
  environment: 'development' | 'production';
  /** All addresses of a host; DNS of this machine unless a test gives its own. */
  resolve?: Resolve;
}>;

/** We must not or cannot call an address that somebody gave us. The message holds only the reason. */
export class AddressRefused extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(`the address is not used: ${reason}`);
    this.name = 'AddressRefused';
    this.reason = reason;
  }
}

/**
 * Checks a URL that somebody gave us to call, such as an agency's for its messages or an identity provider's (ASVS 5.0
 * 1.3.6): https only, and every address of its host is public, so that nobody makes us talk to our own network. Connect
 * to the address that was checked (`pinnedTo`); a second look-up might answer otherwise.
 *
 * @throws AddressRefused
 */
export async function checkOutsideAddress(
  text: string,
  rules: AddressRules,
): Promise<OutsideAddress> {
  if (!URL.canParse(text)) throw new AddressRefused('it is no URL');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') throw new AddressRefused('it holds a password');
  const addresses = await resolveHost(url.hostname.replace(/^\[|\]$/g, ''), rules.resolve);
  const [address] = addresses;
  if (address === undefined) throw new AddressRefused('its host is not known');
  const isHere = addresses.every(isLoopback);
  const mayBeHere = rules.environment === 'development' && isHere;
  if (url.protocol !== 'https:' && !(mayBeHere && url.protocol === 'http:')) {
    throw new AddressRefused('it is not https');
  }
  if (!mayBeHere && addresses.some(isInternal))
    throw new AddressRefused('it is not a public address');
  return { url, address, family: familyOf(address) };
}

/** Connects to the checked address, without another look-up of the name. */
export function pinnedTo({ address, family }: OutsideAddress): LookupFunction {
  return (_host, options, found) => {
    if (options.all === true) return found(null, [{ address, family }]);
    return found(null, address, family);
  };
}

/**
 * Everything that is not the public internet: the IANA special-purpose registries (RFC 6890). A list for
 * each family, because a block list takes `::ffff:0:0/96` for the whole of IPv4.
 */
const INTERNAL = {
  4: blockListOf([
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.31.196.0/24',
    '192.52.193.0/24',
    '192.88.99.0/24',
    '192.168.0.0/16',
    '192.175.48.0/24',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '224.0.0.0/3',
  ]),
  6: blockListOf([
    // Only 2000::/3 is given out for the public internet: IPv4 in any dress lies outside of it (::/96, ::ffff:0:0/96,
    // ::ffff:0:0:0/96, 64:ff9b::/96), so do 100::/64, 5f00::/16, fc00::/7, fe80::/10 and ff00::/8.
    '::/3',
    '4000::/2',
    '8000::/1',
    '2001::/23',
    '2001:db8::/32',
    '2002::/16',
    '2620:4f:8000::/48',
    '3fff::/20',
  ]),
} as const;

function isLoopback(address: string): boolean {
  return isWithin(LOOPBACK, address);
}

function isInternal(address: string): boolean {
  return isWithin(INTERNAL[familyOf(address)], address);
}
