import { isIP } from 'node:net';
import { blockListOf, isWithin, LOOPBACK } from '../../platform/address-blocks.js';
import { resolveHost, type Resolve } from '../../platform/resolve-host.js';

export type PrinterRules = Readonly<{
  /** The networks that the company named; none: all private ones. */
  networks: readonly string[];
  /** On a developer's machine simulated printers stand on loopback. */
  environment: 'development' | 'production';
  /** All addresses of a name; DNS of this machine unless a test gives its own. */
  resolve?: Resolve;
}>;

export type PrinterAddress =
  Readonly<{ kind: 'known'; address: string }> | Readonly<{ kind: 'refused'; reason: string }>;

/** RFC 1918 and RFC 4193. */
const PRIVATE_NETWORKS = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'];

/**
 * Where no printer stands, whatever the company's list says: this network, link-local with the metadata services of
 * clouds, their other addresses (AWS by IPv6, Azure, Alibaba, Oracle), multicast and broadcast. IPv4 written as IPv6 too:
 * whoever writes an address of a printer has no reason to.
 */
const NEVER = {
  4: blockListOf([
    '0.0.0.0/8',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '168.63.129.16/32',
    '100.100.100.200/32',
    '192.0.0.192/32',
    '224.0.0.0/3',
  ]),
  6: blockListOf([
    '::/96',
    '::ffff:0:0/96',
    '64:ff9b::/96',
    '2002::/16',
    'fd00:ec2::254/128',
    'fe80::/10',
    'ff00::/8',
  ]),
} as const;

/** A name whose last part is a number is an address in another form (`127.1`, `0x7f000001`), and no name. */
const ADDRESS_IN_DISGUISE = /(?:^|\.)(?:\d+|0x[0-9a-f]*)\.?$/i;

/** Why a host that is written down as a printer's cannot be one; undefined for a name, which is judged when it is used. */
export function whyNoPrinterHost(host: string, rules: PrinterRules): string | undefined {
  if (isIP(host) !== 0) return whyNoPrinter(host, rules);
  if (ADDRESS_IN_DISGUISE.test(host) || host.includes(':')) return 'it is no address and no name';
  const isHere = host.toLowerCase() === 'localhost';
  return isHere ? whyNoPrinter('127.0.0.1', rules) : undefined;
}

/** The address to connect to; connect to this one, because a second look-up might answer otherwise. */
export async function findPrinter(host: string, rules: PrinterRules): Promise<PrinterAddress> {
  const addresses = await resolveHost(host, rules.resolve);
  const [address] = addresses;
  if (address === undefined) return { kind: 'refused', reason: 'its name is not known' };
  const [reason] = addresses.flatMap((one) => whyNoPrinter(one, rules) ?? []);
  return reason === undefined ? { kind: 'known', address } : { kind: 'refused', reason };
}

function whyNoPrinter(
  address: string,
  { networks, environment }: PrinterRules,
): string | undefined {
  if (isWithin(LOOPBACK, address)) {
    return environment === 'development' ? undefined : 'it is this machine itself';
  }
  if (isWithin(isIP(address) === 6 ? NEVER[6] : NEVER[4], address)) {
    return 'no printer has such an address';
  }
  const allowed = blockListOf(networks.length === 0 ? PRIVATE_NETWORKS : networks);
  return isWithin(allowed, address) ? undefined : 'it is outside the networks of the company';
}
