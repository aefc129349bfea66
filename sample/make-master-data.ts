import { Temporal } from 'temporal-polyfill';
import type { CommandContext } from '../domain/context.js';
import * as stockCommands from '../prisma/commands/stock.js';
import { callIn, type Database } from '../prisma/database.js';
import { agreedByTwo } from './agreed-by-two.js';
import { writeCredentials } from './credentials.js';
import { COMPANY } from './data/company.js';
import { makeAgencies } from './make-agencies.js';
import { inventItems, makeCatalogue, type SampleItem } from './make-catalogue.js';
import { findCompany, makeCompany, type SampleCompany } from './make-company.js';
import {
  grantCredit,
  inventCustomers,
  makeCustomers,
  type SampleCustomer,
} from './make-customers.js';
import { makePeople } from './make-people.js';
import { makePolicies } from './make-policies.js';
import { makeOpeningStock } from './make-stock.js';
import { createRandom } from './random.js';
import { recordSeedBegun, type SeedPlan } from './seed-record.js';

export type MasterPlan = Readonly<{
  plan: SeedPlan;
  printerPorts: readonly number[];
  codecKey: Uint8Array;
  /** Folder of the installation, for the credentials. */
  home: string;
}>;

export type MasterData = Readonly<{
  company: SampleCompany;
  items: readonly SampleItem[];
  customers: readonly SampleCustomer[];
}>;

/** Prices rise four weeks before today, or on the day the books begin. */
const NEW_PRICES_BEFORE = { days: 28 };

/**
 * Everything needed before the first sale, in one transaction. The credentials are on disk before
 * it commits, because they cannot be recovered from the books.
 */
export async function makeMasterData(
  database: Database,
  { plan, printerPorts, codecKey, home }: MasterPlan,
): Promise<MasterData> {
  const random = createRandom(plan.seed);
  const from = Temporal.Instant.from(plan.from);
  const ctx = seedContext(from);
  const booksFrom = dayOf(from);
  const priceDay = dayOf(Temporal.Instant.from(plan.until)).subtract(NEW_PRICES_BEFORE);
  return database.transaction(ctx, async (tx) => {
    await recordSeedBegun(tx, { plan, at: new Date(from.epochMilliseconds) });
    const company = await makeCompany(tx, { ctx, booksFrom, printerPorts });
    const items = await makeCatalogue(tx, {
      random: random.fork('items'),
      booksFrom,
      newPricesFrom: Temporal.PlainDate.compare(priceDay, booksFrom) < 0 ? booksFrom : priceDay,
      at: from,
      ctx,
    });
    await makeOpeningStock(
      (context, input) => callIn(tx, stockCommands.receiveStock, [context, input]),
      {
        ctx,
        items,
        stores: company.stores,
        day: booksFrom,
        random: random.fork('opening stock'),
      },
    );
    const customers = await makeCustomers(tx, {
      random: random.fork('customers'),
      at: from,
      ctx,
    });
    await makePolicies(tx, ctx);
    const people = await makePeople(tx, { random: random.fork('people'), at: from, ctx, company });
    const partners = await makeAgencies(tx, { at: from, ctx, codecKey });
    const { approvalLimits } = await agreedByTwo(tx, ctx);
    const creditNote = {
      amount: COMPANY.creditNoteLimitAmount.toString(),
      currency: COMPANY.currency,
    };
    await approvalLimits({ creditNote, handFedFiles: [], reason: 'Batas awal' });
    await grantCredit(tx, ctx, customers);
    writeCredentials(home, { ...people, ...partners });
    return { company, items, customers };
  });
}

/** Reads the same data back, for a history that goes on after an interruption. */
export async function findMasterData(database: Database, plan: SeedPlan): Promise<MasterData> {
  const random = createRandom(plan.seed);
  const at = Temporal.Instant.from(plan.from);
  return {
    company: await findCompany(database),
    items: inventItems({ random: random.fork('items'), at }),
    customers: inventCustomers(random.fork('customers'), at),
  };
}

export function dayOf(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(COMPANY.timeZone).toPlainDate();
}

/** The actor of sample data in the audit trail. */
export function seedContext(at: Temporal.Instant): CommandContext {
  return {
    actor: { kind: 'system', id: 'seed', name: 'sample data' },
    origin: 'seed',
    at: at.toString(),
    requestId: `seed-${at.epochMilliseconds}`,
  };
}
