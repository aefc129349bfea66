import type { Temporal } from 'temporal-polyfill';
import { openPeriods } from '../activities/company/proposals.js';
import { accountCode } from '../domain/ledger/accounts.js';
import type { CommandContext } from '../domain/context.js';
import * as companyCommands from '../prisma/commands/company.js';
import { callIn, type Database, type Transaction } from '../prisma/database.js';
import { COMPANY, STORES, type StoreData } from './data/company.js';

export type SampleTerminal = Readonly<{ id: string; code: string; storeId: string }>;

export type SampleStore = Readonly<{
  id: string;
  data: StoreData;
  /** Codes of the locations; the tills sell from the first. */
  locations: readonly Readonly<{ id: string; code: string }>[];
  terminals: readonly SampleTerminal[];
}>;

export type SampleCompany = Readonly<{ legalEntityId: string; stores: readonly SampleStore[] }>;

/** The supervisor sets the ports of the printers; until then they have the default port of raw printing. */
const FIRST_PRINTER_PORT = 9100;

export type CompanyPlan = Readonly<{
  ctx: CommandContext;
  /** The day on which the books begin. */
  booksFrom: Temporal.PlainDate;
  printerPorts: readonly number[];
}>;

/** Organisation, legal entity with bank account and periods, stores with locations, tills and printers. */
export async function makeCompany(tx: Transaction, plan: CompanyPlan): Promise<SampleCompany> {
  const { name, language, timeZone, entity, bank, currency, country } = COMPANY;
  const organisation = await tx.organisation.create({ data: { name, language, timeZone } });
  const { id: legalEntityId } = await tx.legalEntity.create({
    data: { organisationId: organisation.id, ...entity, currency, country, timeZone, language },
  });
  const first = { legalEntityId, ...bank, currency, accountCode: accountCode('bank') };
  await callIn(tx, companyCommands.addFirstBankAccount, [plan.ctx, first]);
  await openPeriods(tx, { legalEntityId, booksFrom: plan.booksFrom });
  let printers = 0;
  const nextPort = (): number => {
    printers += 1;
    return plan.printerPorts[printers - 1] ?? FIRST_PRINTER_PORT + printers - 1;
  };
  const stores: SampleStore[] = [];
  for (const data of STORES) stores.push(await makeStore(tx, data, { legalEntityId, nextPort }));
  return { legalEntityId, stores };
}

type Around = Readonly<{ legalEntityId: string; nextPort: () => number }>;

/** Every till has its own printer, as in real shops. Rp100 is the smallest coin. */
async function makeStore(
  tx: Transaction,
  data: StoreData,
  { legalEntityId, nextPort }: Around,
): Promise<SampleStore> {
  const { code, name, address, phone } = data;
  const { id: storeId } = await tx.store.create({
    data: {
      legalEntityId,
      code,
      name,
      address,
      phone,
      timeZone: COMPANY.timeZone,
      cashRoundingStep: 100n,
    },
  });
  const locations: { id: string; code: string }[] = [];
  for (const { suffix, name: called } of data.locations) {
    const place = { storeId, code: `${code}-${suffix}`, name: called };
    locations.push(await tx.stockLocation.create({ data: place }));
  }
  const [floor] = locations;
  if (floor === undefined) throw new Error(`${code} has no place to sell from`);
  const terminals: SampleTerminal[] = [];
  for (let till = 1; till <= data.tills; till += 1) {
    const terminalCode = `${code}-${String(till).padStart(2, '0')}`;
    const printer = { storeId, code: `${terminalCode}-PRN`, host: '127.0.0.1', port: nextPort() };
    const { id: printerId } = await tx.printer.create({
      data: { ...printer, profile: 'escpos-80' },
    });
    const { id } = await tx.terminal.create({
      data: { storeId, locationId: floor.id, printerId, code: terminalCode, name: `Kasir ${till}` },
    });
    terminals.push({ id, code: terminalCode, storeId });
  }
  return { id: storeId, data, locations, terminals };
}

/** The company as it was made before. */
export async function findCompany({ prisma }: Pick<Database, 'prisma'>): Promise<SampleCompany> {
  const { id: legalEntityId } = await prisma.legalEntity.findUniqueOrThrow({
    where: { code: COMPANY.entity.code },
  });
  const rows = await prisma.store.findMany({
    where: { legalEntityId },
    include: { locations: true, terminals: { orderBy: { code: 'asc' } } },
  });
  const stores = STORES.flatMap((data) =>
    rows
      .filter(({ code }) => code === data.code)
      .map(({ id, locations, terminals }) => ({
        id,
        data,
        terminals,
        locations: data.locations.flatMap(({ suffix }) =>
          locations.filter(({ code }) => code === `${data.code}-${suffix}`),
        ),
      })),
  );
  return { legalEntityId, stores };
}
