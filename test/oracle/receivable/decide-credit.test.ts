import fc from 'fast-check';
import type { Client } from 'pg';
import { Temporal } from 'temporal-polyfill';
import { money, type Money } from '../../../domain/money/money.js';
import { aCase } from '../../support/agency-case.js';
import { asOwner } from '../../support/as-owner.js';
import { captureAt } from '../../support/capture-at.js';
import { openOwingShop, type OwingShop } from '../../support/owing-shop.js';
import {
  decideCredit,
  overdueSince,
  type CreditBooks,
  type CreditLine,
  type OwedInvoice,
} from './decide-credit.js';

const TODAY = Temporal.PlainDate.from('2026-07-01');
const CUSTOMER = 'C-0001';

describe('the oracle of the credit decision', () => {
  const line: CreditLine = {
    currency: 'IDR',
    limit: 1_000n,
    status: 'open',
    validUntil: undefined,
  };
  const books: CreditBooks = {
    currency: 'IDR',
    today: TODAY,
    line,
    invoices: [],
    notInvoiced: 0n,
    isPlaced: false,
    policy: { smallRest: 10n, creditStopDays: 30 },
  };
  const owed = (days: number, open: bigint, disputed = 0n) => ({
    number: 'INV-1',
    disputed,
    items: [{ dueOn: TODAY.subtract({ days }), open }],
  });
  const codes = (changes: Partial<CreditBooks>, amount = 100n) =>
    decideCredit({ ...books, ...changes }, money(amount, 'IDR')).map(({ code }) => code);

  it('grants up to the limit less what is owed or kept, and not one rupiah more', () => {
    const used = { invoices: [owed(0, 600n)], notInvoiced: 300n };
    expect(codes(used, 100n)).toEqual([]);
    expect(codes(used, 101n)).toEqual(['CREDIT_EXCEEDED']);
  });

  it('stops on the day after the last day of the limit', () => {
    expect(codes({ line: { ...line, validUntil: TODAY } })).toEqual([]);
    const yesterday = TODAY.subtract({ days: 1 });
    expect(codes({ line: { ...line, validUntil: yesterday } })).toEqual(['CREDIT_EXPIRED']);
  });

  it('stops when more than a small rest is overdue for longer than the policy allows', () => {
    expect(codes({ invoices: [owed(30, 500n)] })).toEqual([]);
    expect(codes({ invoices: [owed(31, 500n)] })).toEqual(['CREDIT_OVERDUE']);
    expect(codes({ invoices: [owed(31, 10n)] })).toEqual([]);
    expect(codes({ invoices: [owed(31, 500n, 490n)] })).toEqual([]);
    expect(codes({ invoices: [owed(31, 500n, 1n)] })).toEqual(['CREDIT_OVERDUE']);
    expect(codes({ invoices: [owed(31, 500n)], policy: undefined })).toEqual([]);
  });

  it('names every reason at once, the weightiest first', () => {
    const bad: CreditLine = { ...line, status: 'blocked', validUntil: TODAY.subtract({ days: 9 }) };
    expect(codes({ line: bad, isPlaced: true, invoices: [owed(31, 950n)] })).toEqual([
      'CUSTOMER_BLOCKED',
      'CREDIT_EXPIRED',
      'CUSTOMER_PLACED',
      'CREDIT_OVERDUE',
      'CREDIT_EXCEEDED',
    ]);
    expect(codes({ line: undefined })).toEqual(['CREDIT_NOT_GRANTED']);
  });
});

describe('the credit decision of the books', () => {
  let world: OwingShop;
  let ids: Ids;

  beforeAll(async () => {
    world = await openOwingShop();
    ids = await someBooks(world);
  });
  afterAll(() => world.close());

  it('is that of the oracle, whatever stands in the books', async () => {
    await asOwner(world.books, (owner) =>
      fc.assert(
        fc.asyncProperty(anyBooks(ids), anyRequest(), async (books, request) => {
          await owner.query('SAVEPOINT books_as_they_were');
          try {
            await write(owner, ids, books);
            await expectSame(owner, { customerId: ids.customerId, books, request });
          } finally {
            await owner.query('ROLLBACK TO SAVEPOINT books_as_they_were');
          }
        }),
        { numRuns: 300 },
      ),
    );
  });
});

type Asked = Readonly<{ customerId: string; books: CreditBooks; request: Money }>;

async function expectSame(owner: Client, { customerId, books, request }: Asked): Promise<void> {
  expect(await reasonsOf(owner, customerId, request)).toEqual(decideCredit(books, request));
  const days = books.invoices.flatMap((invoice) => overdueSince(invoice, books)?.toString() ?? []);
  expect(await overdueSinceOf(owner, customerId)).toEqual(days.toSorted()[0] ?? null);
}

type Ids = Readonly<{
  customerId: string;
  invoices: readonly Readonly<{ id: string; number: string; itemIds: readonly string[] }>[];
  placementId: string;
  keptSaleId: string;
}>;

const PACKET = 45_000n;

/** Three invoices of two instalments, one of them with an agency, and goods that are kept for the customer. */
async function someBooks(world: OwingShop): Promise<Ids> {
  await world.change((tx) =>
    tx.customer.updateMany({ where: { number: CUSTOMER }, data: { instalments: 2 } }),
  );
  const owed = await world.sell(CUSTOMER);
  const others = [await world.sell(CUSTOMER), await world.sell(CUSTOMER)];
  const { sale } = await captureAt(world, { customer: CUSTOMER }, { delivery: { kind: 'later' } });
  const placed = await aCase(world, { owed });
  const { prisma } = world.database;
  const invoices = await prisma.invoice.findMany({
    where: { id: { in: [owed, ...others].map(({ invoiceId }) => invoiceId) } },
    include: { openItems: { orderBy: { dueOn: 'asc' } } },
    orderBy: { number: 'asc' },
  });
  await asOwner(world.books, async (owner) => {
    for (const { id } of invoices)
      await owner.query(
        `INSERT INTO dispute (invoice_id, reason, amount, currency, state, opened_by, opened_at)
         VALUES ($1, 'broken', 1, 'IDR', 'open', 'test', now())`,
        [id],
      );
  });
  return {
    customerId: invoices[0]?.customerId ?? '',
    invoices: invoices.map(({ id, number, openItems }) => ({
      id,
      number,
      itemIds: openItems.map((item) => item.id),
    })),
    placementId: placed.placementId,
    keptSaleId: sale.id,
  };
}

function anyBooks({ invoices }: Ids): fc.Arbitrary<CreditBooks> {
  const smallAmount = fc.oneof(
    fc.constantFrom(0n, 1n, 999n, 1_000n, 1_001n),
    fc.bigInt(0n, 225_000n),
  );
  const day = fc.integer({ min: -50, max: 3 }).map((days) => TODAY.add({ days }));
  const invoice = (number: string) =>
    fc.record({
      number: fc.constant(number),
      disputed: fc.oneof(fc.constant(0n), smallAmount),
      items: fc.array(fc.record({ dueOn: day, open: smallAmount }), {
        minLength: 2,
        maxLength: 2,
      }),
    });
  const line = fc.record({
    currency: fc.constantFrom('IDR' as const, 'IDR' as const, 'SGD' as const),
    limit: fc.oneof(fc.constant(0n), fc.bigInt(0n, 2_000_000n)),
    status: fc.constantFrom('open' as const, 'open' as const, 'blocked' as const),
    validUntil: fc.option(
      fc.integer({ min: -2, max: 2 }).map((days) => TODAY.add({ days })),
      { nil: undefined },
    ),
  });
  const policy = fc.record({
    smallRest: fc.constantFrom(0n, 1_000n),
    creditStopDays: fc.constantFrom(0, 1, 14, 30),
  });
  return fc.record({
    currency: fc.constant('IDR' as const),
    today: fc.constant(TODAY),
    line: fc.option(line, { nil: undefined, freq: 8 }),
    invoices: fc.tuple(...invoices.map(({ number }) => invoice(number))),
    notInvoiced: fc.constantFrom(0n, PACKET),
    isPlaced: fc.boolean(),
    policy: fc.option(policy, { nil: undefined, freq: 4 }),
  });
}

function anyRequest(): fc.Arbitrary<Money> {
  return fc
    .tuple(
      fc.oneof(fc.constant(0n), fc.bigInt(0n, 2_000_000n)),
      fc.constantFrom('IDR' as const, 'IDR' as const, 'SGD' as const),
    )
    .map(([amount, currency]) => money(amount, currency));
}

/** Makes the books say what the oracle is asked about. */
async function write(owner: Client, ids: Ids, books: CreditBooks): Promise<void> {
  await writeLine(owner, ids, books);
  await writePolicy(owner, books);
  for (const [index, invoice] of books.invoices.entries())
    await writeInvoice(owner, ids.invoices[index], invoice);
  if (books.notInvoiced === 0n)
    await owner.query(
      `UPDATE sale_lifecycle SET stage = 'closed', outcome = 'cancelled', closed_at = now()
       WHERE sale_id = $1`,
      [ids.keptSaleId],
    );
  await owner.query('UPDATE placement SET state = $2 WHERE id = $1', [
    ids.placementId,
    books.isPlaced ? 'acknowledged' : 'recalled',
  ]);
}

async function writeLine(owner: Client, { customerId }: Ids, { line }: CreditBooks): Promise<void> {
  await owner.query('DELETE FROM customer_credit WHERE customer_id = $1', [customerId]);
  if (line === undefined) return;
  const { currency, limit, status, validUntil } = line;
  await owner.query(
    `INSERT INTO customer_credit (customer_id, currency, limit_amount, status, valid_until)
     VALUES ($1, $2, $3, $4, $5)`,
    [customerId, currency, limit, status, validUntil?.toString() ?? null],
  );
}

/** One policy for all; in another currency it is none. */
async function writePolicy(owner: Client, { policy }: CreditBooks): Promise<void> {
  const { smallRest, creditStopDays } = policy ?? { smallRest: 0n, creditStopDays: 0 };
  await owner.query(
    'UPDATE dunning_policy SET currency = $1, tolerance_amount = $2, credit_stop_days = $3',
    [policy === undefined ? 'SGD' : 'IDR', smallRest, creditStopDays],
  );
}

async function writeInvoice(
  owner: Client,
  place: Ids['invoices'][number] | undefined,
  { disputed, items }: OwedInvoice,
): Promise<void> {
  if (place === undefined) throw new Error('there is an invoice for each of the oracle');
  for (const [at, { dueOn, open }] of items.entries())
    await owner.query('UPDATE open_item SET due_on = $2, open_amount = $3 WHERE id = $1', [
      place.itemIds[at],
      dueOn.toString(),
      open,
    ]);
  await owner.query(
    `UPDATE dispute SET state = $2, resolution = $3, resolved_at = $4, amount = $5
     WHERE invoice_id = $1`,
    disputed > 0n
      ? [place.id, 'open', null, null, disputed]
      : [place.id, 'resolved', 'for-seller', new Date(), 1n],
  );
}

async function reasonsOf(owner: Client, customerId: string, request: Money): Promise<unknown[]> {
  const { rows } = await owner.query<{ code: string; detail: string }>(
    `SELECT code, detail FROM credit_reasons($1, $2, $3, $4, NULL) ORDER BY weight`,
    [customerId, request.amount, request.currency, `${TODAY.toString()}T09:00:00+07:00`],
  );
  return rows.map(({ code, detail }) => ({ code, detail }));
}

async function overdueSinceOf(owner: Client, customerId: string): Promise<string | null> {
  const { rows } = await owner.query<{ since: string | null }>(
    `SELECT min(overdue_since)::text AS since FROM overdue_invoices($1, $2)`,
    [customerId, `${TODAY.toString()}T09:00:00+07:00`],
  );
  return rows[0]?.since ?? null;
}
