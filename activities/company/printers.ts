import { isIP } from 'node:net';
import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';
import { whyNoPrinterHost, type PrinterRules } from './printer-address.js';
import { storeByCode } from './store-by-code.js';
import { codeTaken, underOwnCode } from './unique-code.js';

type Environment = PrinterRules['environment'];

type Reached = Readonly<{ host: string; port: number; profile: string }>;

export type NewPrinter = Reached & Readonly<{ code: string; store: string }>;

/**
 * Adds a printer of a store. Answers its id.
 *
 * @throws Refusal `STORE_UNKNOWN`, `CODE_TAKEN`, `PRINTER_HOST_REFUSED`
 */
export async function addPrinter(
  tx: Transaction,
  { store, ...row }: NewPrinter,
  environment: Environment,
): Promise<string> {
  const { id: storeId } = await storeByCode(tx, store);
  await checkHost(tx, row.host, environment);
  const created = tx.printer.create({ data: { ...row, storeId } });
  const { id } = await underOwnCode(created, codeTaken('printer', row.code));
  return id;
}

/** Says anew how a printer is reached. @throws Refusal `PRINTER_NOT_FOUND`, `PRINTER_HOST_REFUSED` */
export async function changePrinter(
  tx: Transaction,
  { printerId: id, ...data }: Reached & Readonly<{ printerId: string }>,
  environment: Environment,
): Promise<void> {
  await checkHost(tx, data.host, environment);
  const { count } = await tx.printer.updateMany({ where: { id }, data });
  if (count > 0) return;
  const detail = 'There is no such printer.';
  throw new Refusal({ code: 'PRINTER_NOT_FOUND', param: 'printerId', detail });
}

/** The networks in which printers may stand; none: all private ones. */
export async function readPrinterNetworks(tx: Pick<Transaction, 'organisation'>) {
  return (await tx.organisation.findFirst())?.printerNetworks ?? [];
}

/**
 * Names the networks in which printers may stand.
 *
 * @throws Refusal `NETWORK_MALFORMED`, `COMPANY_MISSING`
 */
export async function changePrinterNetworks(
  tx: Transaction,
  networks: readonly string[],
): Promise<void> {
  networks.forEach(checkNetwork);
  const printerNetworks = [...new Set(networks)];
  const { count } = await tx.organisation.updateMany({ data: { printerNetworks } });
  if (count > 0) return;
  const detail = 'These books have no company yet: POST /v1/company begins one.';
  throw new Refusal({ code: 'COMPANY_MISSING', detail });
}

const NETWORK = /^(?<address>[0-9a-f.:]+)\/(?<bits>\d{1,3})$/i;
const BITS_MAX: Readonly<Record<number, number>> = { 4: 32, 6: 128 };
/** The widest private networks, 10.0.0.0/8 and fc00::/7: a wider one is no network of a company. */
const BITS_MIN: Readonly<Record<number, number>> = { 4: 8, 6: 7 };

function checkNetwork(network: string, index: number): void {
  const { address = '', bits } = NETWORK.exec(network)?.groups ?? {};
  const family = isIP(address);
  const isNetwork = Number(bits) <= (BITS_MAX[family] ?? -1);
  if (isNetwork && Number(bits) >= (BITS_MIN[family] ?? 0)) return;
  const detail = isNetwork
    ? `${network} is too wide: name the networks in which printers stand, such as 192.168.1.0/24.`
    : `${network} is no network; 192.168.1.0/24 is one.`;
  throw new Refusal({ code: 'NETWORK_MALFORMED', param: `networks[${index}]`, detail });
}

async function checkHost(tx: Transaction, host: string, environment: Environment): Promise<void> {
  const networks = await readPrinterNetworks(tx);
  const reason = whyNoPrinterHost(host, { networks, environment });
  if (reason === undefined) return;
  const detail = `No printer of the company stands at ${host}: ${reason}.`;
  throw new Refusal({ code: 'PRINTER_HOST_REFUSED', param: 'host', detail });
}
