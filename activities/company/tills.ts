import type { CommandContext } from '../../domain/context.js';
import { whyNotSwitchedOff } from '../../domain/company/switch-off.js';
import type { SalesChannel } from '../../domain/pricing/price-list.js';
import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';
import { storeByCode } from './store-by-code.js';
import { codeTaken, underOwnCode } from './unique-code.js';

export type NewTerminal = Readonly<{
  code: string;
  name: string;
  store: string;
  printer: string | null | undefined;
  channel: SalesChannel;
  /** For trying out; stays so. */
  sandbox: boolean;
}>;

/**
 * Adds a till, which sells from the first location of its store. Answers its id.
 *
 * @throws Refusal `STORE_UNKNOWN`, `PRINTER_UNKNOWN`, `CODE_TAKEN`
 */
export async function addTerminal(tx: Transaction, terminal: NewTerminal): Promise<string> {
  const { code, name, channel, sandbox } = terminal;
  const store = await storeByCode(tx, terminal.store);
  const location = await tx.stockLocation.findFirstOrThrow({
    where: { storeId: store.id },
    orderBy: { id: 'asc' },
  });
  const printerId = await printerOf(tx, store.id, terminal.printer ?? undefined);
  const row = {
    storeId: store.id,
    locationId: location.id,
    printerId,
    code,
    name,
    channel,
    sandbox,
  };
  const { id } = await underOwnCode(tx.terminal.create({ data: row }), codeTaken('terminal', code));
  return id;
}

export type TerminalChange = Readonly<{
  terminalId: string;
  name: string;
  location: string;
  printer: string | null;
  /** As it was when undefined. */
  channel?: SalesChannel | undefined;
  active: boolean;
  /** The number of its last sale, as the till shows it. */
  lastDeviceSequence: number | undefined;
}>;

/**
 * Changes a till. When it is switched off, its keys and enrolment codes end.
 *
 * @throws Refusal `TERMINAL_NOT_FOUND`, `LOCATION_UNKNOWN`, `PRINTER_UNKNOWN`, `SHIFT_OPEN`, `SALES_NOT_ARRIVED`
 */
export async function changeTerminal(
  tx: Transaction,
  ctx: CommandContext,
  change: TerminalChange,
): Promise<void> {
  const { terminalId, name, channel, active } = change;
  // Locked: a sale that is captured at this moment counts, or comes too late.
  const [terminal] = await tx.$queryRaw<{ storeId: string; active: boolean; sandbox: boolean }[]>`
    SELECT store_id AS "storeId", active, sandbox FROM terminal WHERE id = ${terminalId}::uuid FOR UPDATE`;
  if (terminal === undefined) {
    const detail = 'There is no such till.';
    throw new Refusal({ code: 'TERMINAL_NOT_FOUND', param: 'terminalId', detail });
  }
  const { storeId } = terminal;
  const locationId = await locationOf(tx, storeId, change.location);
  const printerId = await printerOf(tx, storeId, change.printer ?? undefined);
  if (terminal.active && !active) {
    if (!terminal.sandbox) await refuseWhatIsMissing(tx, change);
    await endCredentials(tx, ctx, terminalId);
  }
  const data = { name, locationId, printerId, active, ...(channel && { channel }) };
  await tx.terminal.update({ where: { id: terminalId }, data });
}

async function refuseWhatIsMissing(
  tx: Transaction,
  { terminalId, lastDeviceSequence }: TerminalChange,
): Promise<void> {
  const openShift = await tx.shift.findFirst({ where: { terminalId, closedAt: null } });
  const [arrived] = await tx.$queryRaw<{ first: number | null; count: number }[]>`
    SELECT min(device_sequence)::float8 AS first, count(DISTINCT device_sequence)::integer AS count
    FROM sale
    WHERE terminal_id = ${terminalId}::uuid AND device_sequence <= ${lastDeviceSequence ?? 0}`;
  const refusal = whyNotSwitchedOff({
    hasOpenShift: openShift !== null,
    lastSequence: lastDeviceSequence,
    arrived: { first: arrived?.first ?? undefined, count: arrived?.count ?? 0 },
  });
  if (refusal !== undefined) throw refusal;
}

async function endCredentials(
  tx: Transaction,
  ctx: CommandContext,
  terminalId: string,
): Promise<void> {
  const at = new Date(ctx.at);
  await tx.apiKey.updateMany({ where: { terminalId, revokedAt: null }, data: { revokedAt: at } });
  await tx.oneTimeCode.updateMany({ where: { terminalId, endedAt: null }, data: { endedAt: at } });
}

async function locationOf(tx: Transaction, storeId: string, code: string): Promise<string> {
  const location = await tx.stockLocation.findFirst({ where: { storeId, code } });
  if (location !== null) return location.id;
  const detail = `The store has no location ${code}.`;
  throw new Refusal({ code: 'LOCATION_UNKNOWN', param: 'location', detail });
}

async function printerOf(
  tx: Transaction,
  storeId: string,
  code: string | undefined,
): Promise<string | null> {
  if (code === undefined) return null;
  const printer = await tx.printer.findFirst({ where: { storeId, code } });
  if (printer !== null) return printer.id;
  const detail = `The store has no printer ${code}.`;
  throw new Refusal({ code: 'PRINTER_UNKNOWN', param: 'printer', detail });
}
