import { randomUUID } from 'node:crypto';
import type { Database } from '../../../prisma/database.js';
import { aSale, aSaleOnAccount, rupiah } from '../../support/a-sale.js';
import type { Received } from '../../support/api-client.js';
import { openShop, type OpenShop } from '../../support/open-shop.js';
import { testContext, type Shop } from '../../support/shop.js';
import { until } from '../../support/until.js';

const DAY_MS = 86_400_000;

let open: OpenShop;
let database: Database;
let shop: Shop;

beforeAll(async () => {
  open = await openShop();
  ({ database, shop } = open);
});

afterAll(() => open.close());

describe('capturing a sale', () => {
  it('answers the priced sale, its number and its receipt', async () => {
    const saleId = randomUUID();
    const sale = aSale({
      lines: [
        { sku: 'KOPI-250', quantity: '2' },
        { barcode: shop.items.rice.barcode, quantity: '0.75' },
      ],
      tenders: [{ type: 'cash', amount: rupiah(101_200), tendered: rupiah(150_000) }],
    });
    const answer = await put(saleId, sale);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      id: saleId,
      stage: 'captured',
      totals: { total: rupiah(101_250), rounding: rupiah(50), due: rupiah(101_200) },
      change: rupiah(48_800),
      terminal: { code: 'JKT1-01' },
      receipt: { schema: 'receipt/1', copyNumber: 0 },
      workflow: { workflowId: `sale:${saleId}` },
      exceptions: [],
    });
  });

  it('answers the same sale again with the same bytes', async () => {
    const saleId = randomUUID();
    const sale = aSale();
    const first = await put(saleId, sale);
    const again = await put(saleId, Object.fromEntries(Object.entries(sale).reverse()));
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.bytes.equals(first.bytes)).toBe(true);
  });

  it('makes one sale of twenty that are sent at once, and answers them all alike', async () => {
    const saleId = randomUUID();
    const sale = aSale();
    const answers = await Promise.all(Array.from({ length: 20 }, () => put(saleId, sale)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      ...Array<number>(19).fill(200),
      201,
    ]);
    expect(new Set(answers.map(({ bytes }) => bytes.toString())).size).toBe(1);
    expect(await database.prisma.stockMovement.count({ where: { documentId: saleId } })).toBe(1);
  });

  it('refuses other content under a known id and keeps it for a person', async () => {
    const saleId = randomUUID();
    const sale = aSale();
    await put(saleId, sale);
    const other = { ...sale, cashier: 'somebody else' };
    const answer = await put(saleId, other);
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code: 'SALE_CONFLICT' });
    await put(saleId, other);
    const kept = await database.prisma.quarantine.findMany({ where: { subjectId: saleId } });
    expect(kept).toHaveLength(1);
    expect(JSON.parse(Buffer.from(kept[0]?.content ?? '').toString())).toEqual(other);
    const item = { kind_subjectId: { kind: 'quarantine', subjectId: kept[0]?.id ?? '' } };
    expect(await database.prisma.workItem.findUnique({ where: item })).toMatchObject({
      state: 'open',
    });
  });

  it('tells the number of a conflicting sale to those only who can read that sale', async () => {
    const saleId = randomUUID();
    const { body } = await put(saleId, aSale());
    const { number } = body as { number: string };
    const { terminalTokens, tokens } = shop;
    const seen = async (as: string | undefined, terminal: string) => {
      const sent = { as, body: aSale({ terminal, cashier: 'somebody else' }) };
      const answer = await open.api.send('PUT', `/v1/sales/${saleId}`, sent);
      expect([answer.status, codeOf(answer.body)]).toEqual([409, 'SALE_CONFLICT']);
      const read = await open.api.send('GET', `/v1/sales/${saleId}`, { as });
      expect(read.status).toBe(JSON.stringify(answer.body).includes(number) ? 200 : 404);
      return read.status;
    };
    expect(await seen(terminalTokens[0], 'JKT1-01')).toBe(200);
    expect(await seen(terminalTokens[1], 'JKT1-02')).toBe(404);
    expect(await seen(terminalTokens[2], 'BDG1-01')).toBe(404);
    expect(await seen(tokens.storeManager, 'JKT1-02')).toBe(200);
  });

  it('answers the stored sale when the same one could not be sold today', async () => {
    const saleId = randomUUID();
    const sale = aSale({ lines: [{ sku: 'TEH-100', quantity: '1' }], tenders: [cash(18_500)] });
    const first = await put(saleId, sale);
    await raisePrice({ itemId: shop.items.tea.id, unitAmount: 20_000n });
    const { lines, tenders } = sale;
    await until(async () => {
      const fresh = await put(randomUUID(), aSale({ lines, tenders }));
      return codeOf(fresh.body) === 'TENDERS_DO_NOT_ADD_UP' ? fresh : undefined;
    });
    const again = await put(saleId, sale);
    expect(again.status).toBe(200);
    expect(again.bytes.equals(first.bytes)).toBe(true);
  });

  it('takes a sale that was sent online and then again from the offline queue for one', async () => {
    const saleId = randomUUID();
    const sale = aSale();
    const online = await put(saleId, sale);
    const queued = await put(saleId, { ...sale, mode: 'completed' });
    expect([online.status, queued.status]).toEqual([201, 200]);
  });

  it('takes a sale that is said in other words for the same one', async () => {
    const saleId = randomUUID();
    const sale = aSale({ tenders: [{ ...cash(45_000), tendered: rupiah(45_000) }] });
    const first = await put(saleId, sale);
    const again = await put(saleId, {
      ...sale,
      terminal: (first.body as { terminal: { id: string } }).terminal.id,
      capturedAt: sale.capturedAt.replace('Z', '+00:00'),
      lines: [{ sku: 'KOPI-250', quantity: '1.000', discount: rupiah(0) }],
      tenders: [cash(45_000)],
      delivery: { kind: 'carried' },
    });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.bytes.equals(first.bytes)).toBe(true);
  });

  it('opens a receivable for what is on account', async () => {
    const saleId = randomUUID();
    const answer = await put(saleId, aSaleOnAccount(shop.customers.warung.number));
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      customer: { id: shop.customers.warung.id },
      totals: { onAccount: rupiah(45_000), paid: rupiah(0) },
    });
  });

  it('is refused online when stock, credit or the credit line say no, and changes nothing', async () => {
    const { warung, blocked } = shop.customers;
    const tooMany = aSale({
      lines: [{ sku: 'KURSI-01', quantity: '2000' }],
      tenders: [cash(1_500_000_000)],
    });
    const tooDear = aSaleOnAccount(warung.id, {
      lines: [{ sku: 'KURSI-01', quantity: '20' }],
      tenders: [{ type: 'onAccount', amount: rupiah(15_000_000) }],
    });
    const before = await fingerprint();
    const answers = await Promise.all(
      [tooMany, tooDear, aSaleOnAccount(blocked.id)].map((sale) => put(randomUUID(), sale)),
    );
    expect(answers.map(({ status, body }) => [status, codeOf(body)])).toEqual([
      [422, 'STOCK_SHORT'],
      [422, 'CREDIT_EXCEEDED'],
      [422, 'CUSTOMER_BLOCKED'],
    ]);
    expect(await fingerprint()).toEqual(before);
  });

  it('is always booked when it has already happened; what does not fit becomes work for a person', async () => {
    const saleId = randomUUID();
    const sale = aSale({
      mode: 'completed',
      lines: [{ sku: 'KURSI-01', quantity: '2000', unitPrice: rupiah(700_000) }],
      tenders: [cash(1_400_000_000)],
    });
    const answer = await put(saleId, sale);
    expect(answer.status).toBe(201);
    const { exceptions } = answer.body as { exceptions: { kind: string }[] };
    expect(exceptions.map(({ kind }) => kind)).toEqual(['price-mismatch', 'stock-short']);
    const items = await database.prisma.workItem.findMany({ where: { saleId } });
    expect(items.map(({ kind }) => kind).toSorted()).toEqual(['price-mismatch', 'stock-short']);
  });

  it('says quantities and amounts as people say them', async () => {
    const half = aSale({
      mode: 'completed',
      lines: [{ sku: 'KOPI-250', quantity: '0.5', unitPrice: rupiah(40_000) }],
      tenders: [cash(20_000)],
    });
    const { exceptions } = (await put(randomUUID(), half)).body as {
      exceptions: { kind: string; detail: string }[];
    };
    expect(exceptions.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/Expected 0, given 0\.5\.$/),
      expect.stringMatching(/Expected 45000 IDR, given 40000 IDR\.$/),
    ]);
    const tooMany = aSale({
      lines: [{ sku: 'KURSI-01', quantity: '2000' }],
      tenders: [cash(1_500_000_000)],
    });
    const refused = (await put(randomUUID(), tooMany)).body as { detail: string };
    expect(refused.detail).toMatch(/^Only \d+ pcs of KURSI-01 are available\.$/);
  });

  it('of a customer whom nobody knows any more is refused online, and booked when it has happened', async () => {
    const { id, number } = shop.customers.hotel;
    await database.transaction(testContext(), (tx) =>
      tx.customer.update({ where: { id }, data: { active: false } }),
    );
    for (const customer of ['C-9999', number]) {
      const online = await put(randomUUID(), aSale({ customer }));
      expect([online.status, codeOf(online.body)]).toEqual([422, 'CUSTOMER_UNKNOWN']);
    }
    const unknown = await put(randomUUID(), aSale({ mode: 'completed', customer: 'C-9999' }));
    expect([unknown.status, unknown.body]).toMatchObject([
      201,
      { customer: null, exceptions: [{ kind: 'customer-unknown' }] },
    ]);
    const inactive = await put(randomUUID(), aSale({ mode: 'completed', customer: number }));
    expect([inactive.status, inactive.body]).toMatchObject([
      201,
      { customer: { id }, exceptions: [{ kind: 'customer-inactive' }] },
    ]);
    const debt = await put(randomUUID(), aSaleOnAccount('C-9999', { mode: 'completed' }));
    expect([debt.status, codeOf(debt.body)]).toEqual([422, 'CUSTOMER_UNKNOWN']);
  });

  it('of what nobody knows is booked in suspense, put on paper as it was sold, and told to a person', async () => {
    const lines = [
      { sku: 'KOPI-250', quantity: '1' },
      {
        sku: 'NOPE-1',
        quantity: '2',
        name: 'Teh tubruk',
        unitPrice: rupiah(10_000),
        taxCode: 'PPN',
      },
      { barcode: '8999999999990', quantity: '1' },
    ];
    const sale = aSale({ lines, tenders: [cash(70_000)] });
    const online = await put(randomUUID(), sale);
    expect([online.status, codeOf(online.body)]).toEqual([422, 'SKU_UNKNOWN']);

    const saleId = randomUUID();
    const answer = await put(saleId, { ...sale, mode: 'completed' });
    expect([answer.status, answer.body]).toMatchObject([
      201,
      {
        lines: [
          {},
          { sku: 'NOPE-1', name: 'Teh tubruk', gross: rupiah(20_000) },
          { sku: '8999999999990', unitPrice: rupiah(5_000) },
        ],
        totals: { total: rupiah(70_000) },
        exceptions: [{ kind: 'sku-unknown' }, { kind: 'sku-unknown' }],
      },
    ]);
    const { receipt } = answer.body as { receipt: unknown };
    expect(JSON.stringify(receipt)).toContain('Teh tubruk');
    const item = { kind_subjectId: { kind: 'sku-unknown', subjectId: saleId } };
    const told = await database.prisma.workItem.findUniqueOrThrow({ where: item });
    expect(JSON.stringify(told.detail)).toContain(
      'lines[1].sku: No item has this SKU. Booked as it was sold: Teh tubruk, 10000 IDR, tax PPN.',
    );
    const again = await put(saleId, { ...sale, mode: 'completed' });
    expect(again.status).toBe(200);
  });

  it('of a new item is not taken for one of what nobody knows', async () => {
    await put(randomUUID(), aSale());
    const item = { sku: 'BARU-1', name: 'Baru', unit: 'pcs', category: 'baru', taxCode: 'PPN' };
    await database.transaction(testContext(), async (tx) => {
      const { id } = await tx.item.create({ data: { ...item, quantityStepMilli: 1_000n } });
      const price = { itemId: id, currency: 'IDR', unitAmount: 7_000n, includesTax: true };
      await tx.price.create({ data: { ...price, version: 1 } });
    });
    const lines = [{ sku: 'BARU-1', quantity: '1' }];
    const answer = await put(
      randomUUID(),
      aSale({ mode: 'completed', lines, tenders: [cash(7_000)] }),
    );
    expect([answer.status, answer.body]).toMatchObject([
      201,
      { lines: [{ name: 'Baru' }], exceptions: [{ kind: 'stock-short' }] },
    ]);
  });

  it('of a till whose clock is years ahead is booked today, and a person is told', async () => {
    const answer = await put(
      randomUUID(),
      aSale({ mode: 'completed', businessDate: '2099-01-01' }),
    );
    const today = aSale().businessDate;
    expect([answer.status, answer.body]).toMatchObject([
      201,
      { businessDate: today, exceptions: [{ kind: 'business-date-in-future' }] },
    ]);
  });

  it('of tomorrow is refused online, and told to a person when it has happened', async () => {
    const sale = aSale();
    const businessDate = dayAfter(sale.businessDate);
    const online = await put(randomUUID(), { ...sale, businessDate });
    expect([online.status, online.body]).toMatchObject([
      422,
      { code: 'BUSINESS_DATE_IN_FUTURE', param: 'businessDate' },
    ]);
    const saleId = randomUUID();
    const answer = await put(saleId, { ...sale, businessDate, mode: 'completed' });
    expect([answer.status, answer.body]).toMatchObject([
      201,
      { businessDate, exceptions: [{ kind: 'business-date-in-future' }] },
    ]);
    const item = { kind_subjectId: { kind: 'business-date-in-future', subjectId: saleId } };
    expect(await database.prisma.workItem.findUnique({ where: item })).toMatchObject({
      state: 'open',
    });
  });

  it('of a till whose clock fell back to its first day is booked today, and a person is told', async () => {
    const sale = aSale({ businessDate: '2000-01-01' });
    const online = await put(randomUUID(), sale);
    expect([online.status, online.body]).toMatchObject([
      422,
      { code: 'BUSINESS_DATE_TOO_EARLY', param: 'businessDate' },
    ]);
    const answer = await put(randomUUID(), { ...sale, mode: 'completed' });
    expect([answer.status, answer.body]).toMatchObject([
      201,
      {
        businessDate: aSale().businessDate,
        exceptions: [{ kind: 'business-date-too-early' }],
      },
    ]);
  });
});

function put(saleId: string, body: unknown): Promise<Received> {
  return open.api.send('PUT', `/v1/sales/${saleId}`, { as: shop.terminalTokens[0], body });
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
}

function cash(amount: number) {
  return { type: 'cash', amount: rupiah(amount) } as const;
}

function codeOf(body: unknown): unknown {
  return (body as { code?: unknown }).code;
}

async function raisePrice(price: Readonly<{ itemId: string; unitAmount: bigint }>): Promise<void> {
  await database.transaction(testContext(), (tx) =>
    tx.catalogueVersion.create({
      data: {
        version: 2,
        effectiveFrom: new Date('2024-02-01'),
        createdAt: new Date(),
        note: 'dearer',
        prices: { create: { ...price, currency: 'IDR' } },
      },
    }),
  );
}

/** Counts of everything that a sale writes. */
async function fingerprint(): Promise<unknown> {
  const [row] = await database.prisma.$queryRaw<unknown[]>`
    SELECT (SELECT count(*) FROM sale)::int AS sales, (SELECT count(*) FROM stock_movement)::int AS movements,
      (SELECT count(*) FROM journal_entry)::int AS entries, (SELECT count(*) FROM workflow_start)::int AS starts,
      (SELECT count(*) FROM quarantine)::int AS kept, (SELECT sum(receipt_serial) FROM terminal)::int AS serials`;
  return row;
}
