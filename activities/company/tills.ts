import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';
import { codeTaken, underOwnCode } from './unique-code.js';

export type NewPrinter = Readonly<{
  code: string;
  store: string;
  host: string;
  port: number;
  profile: string;
}>;

/** Adds a printer of a store. Answers its id. @throws Refusal `STORE_UNKNOWN`, `CODE_TAKEN` */
export async function addPrinter(tx: Transaction, printer: NewPrinter): Promise<string> {
  const { store, ...row } = printer;
  const { id: storeId } = await storeByCode(tx, store);
  const created = tx.printer.create({ data: { ...row, storeId } });
  const { id } = await underOwnCode(created, codeTaken('printer', printer.code));
  return id;
}

export type NewTerminal = Readonly<{
  code: string;
  name: string;
  store: string;
  printer: string | null | undefined;
}>;

/**
 * Adds a till, which sells from the first location of its store. Answers its id.
 *
 * @throws Refusal `STORE_UNKNOWN`, `PRINTER_UNKNOWN`, `CODE_TAKEN`
 */
export async function addTerminal(tx: Transaction, terminal: NewTerminal): Promise<string> {
  const { code, name } = terminal;
  const store = await storeByCode(tx, terminal.store);
  const location = await tx.stockLocation.findFirstOrThrow({
    where: { storeId: store.id },
    orderBy: { id: 'asc' },
  });
  const printerId = await printerOf(tx, store.id, terminal.printer ?? undefined);
  const row = { storeId: store.id, locationId: location.id, printerId, code, name };
  const { id } = await underOwnCode(tx.terminal.create({ data: row }), codeTaken('terminal', code));
  return id;
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

async function storeByCode(tx: Transaction, code: string) {
  const store = await tx.store.findUnique({ where: { code } });
  if (store !== null) return store;
  const detail = `There is no store ${code}.`;
  throw new Refusal({ code: 'STORE_UNKNOWN', param: 'store', detail });
}
