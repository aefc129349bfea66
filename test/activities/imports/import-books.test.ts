import { createInvoiceActivities } from '../../../activities/invoice/invoice-activities.js';
import { createDunningActivities } from '../../../activities/dunning/dunning-activities.js';
import { accountBalances } from '../../support/account-balances.js';
import { carry, faultsOf, handIn, type Brought } from '../../support/imports.js';
import { openOwingShop, type OwingShop } from '../../support/owing-shop.js';
import type { NewImport } from '../../../activities/imports/receive-import.js';

/** It is a Wednesday, 1 July 2026; letters go out 3, 10 and 20 days past due, the agency has it after 30. */
let shop: OwingShop;
let customer: string;

beforeAll(async () => {
  shop = await openOwingShop();
  customer = shop.shop.customers.hotel.number;
});
afterEach(() => shop.verify());
afterAll(() => shop.close());

async function bringIn(kind: NewImport['kind'], content: string): Promise<Brought> {
  const id = await handIn(shop.database, content, { kind });
  return carry(shop.database, id, shop.clock);
}

const HEADER = 'no faktur;kode pelanggan;tanggal;jatuh tempo;sisa;surat ke;surat terakhir';

function receivables(...rows: readonly string[]): Promise<Brought> {
  return bringIn('receivables', [HEADER, ...rows].join('\n'));
}

async function nextStep(number: string) {
  const { id } = await shop.database.prisma.invoice.findUniqueOrThrow({ where: { number } });
  const { database, clock } = shop;
  const mailer = { send: async () => Promise.reject(new Error('no letter goes out')) };
  const activities = createDunningActivities({ database, clock, mailer: mailer as never });
  return activities.decideNextStep({ invoiceId: id });
}

const at = (day: string) => new Date(`${day}T00:00:00+07:00`).getTime();

describe('open receivables of the old system', () => {
  it('live at the level that they have reached, and nobody gets a letter on the day of moving in', async () => {
    const { rows } = await receivables(
      `LAMA/1;${customer};01/06/2026;30/06/2026;100.000;;`,
      `LAMA/2;${customer};01/06/2026;20/06/2026;200.000;;`,
      `LAMA/3;${customer};01/04/2026;01/05/2026;300.000;;`,
      `LAMA/4;${customer};01/06/2026;15/06/2026;400.000;1;29/06/2026`,
      `LAMA/5;${customer};25/06/2026;01/08/2026;500.000;;`,
    );
    expect(rows).toEqual({ written: 5 });
    const made = await shop.database.prisma.invoice.findMany({
      where: { number: { startsWith: 'LAMA/' } },
      include: { receivable: true },
      orderBy: { number: 'asc' },
    });
    expect(made.map(({ receivable }) => receivable?.dunningLevel)).toEqual([0, 2, 3, 1, 0]);
    const steps = await Promise.all(made.map(({ number }) => nextStep(number)));
    expect(steps.map((step) => step.kind)).toEqual(Array.from(made, () => 'wait'));
    const untilOf = (index: number) => (steps[index] as { untilMs: number }).untilMs;
    expect(untilOf(1)).toBe(at('2026-07-10'));
    expect(untilOf(2)).toBe(at('2026-07-07'));
    expect(untilOf(3)).toBe(at('2026-07-05'));
    const starts = await shop.database.prisma.workflowStart.count({
      where: { workflowId: { in: made.map(({ id }) => `receivable:${id}`) } },
    });
    expect(starts).toBe(5);
  });

  it('are not mailed as invoices: the customer has the old one', async () => {
    const { id } = await shop.database.prisma.invoice.findUniqueOrThrow({
      where: { number: 'LAMA/1' },
    });
    const mailer = { sendOnce: () => Promise.reject(new Error('no letter goes out')) };
    const { mailInvoice } = createInvoiceActivities({ database: shop.database, mailer });
    expect(await mailInvoice({ invoiceId: id })).toEqual({ kind: 'brought-in' });
  });

  it('end when they are paid, as ours do', async () => {
    await receivables(`LAMA/6;${customer};01/06/2026;20/06/2026;45.000;;`);
    const { id } = await shop.database.prisma.invoice.findUniqueOrThrow({
      where: { number: 'LAMA/6' },
    });
    await shop.pay(id, 45_000n);
    expect(await nextStep('LAMA/6')).toEqual({ kind: 'close', outcome: 'paid' });
    const closed = await shop.database.prisma.receivable.findUnique({ where: { invoiceId: id } });
    expect(closed?.outcome).toBe('paid');
  });

  it('that cannot be are refused row by row', async () => {
    const ours = await shop.sell(customer);
    const { id, rows } = await receivables(
      `LAMA/7;NIHIL;01/06/2026;20/06/2026;1;;`,
      `LAMA/8;${customer};20/06/2026;01/06/2026;1;;`,
      `LAMA/9;${customer};01/06/2026;20/06/2026;-1;;`,
      `${ours.number};${customer};01/06/2026;20/06/2026;1;;`,
      `LAMA/10;${customer};01/06/2026;20/06/2026;1;7;`,
      `LAMA/11;${customer};01/06/2027;20/06/2027;1;;`,
      `LAMA/1;${customer};01/06/2026;30/06/2026;100.001;;`,
      `LAMA/2;${customer};01/06/2026;20/06/2026;200.000;;`,
    );
    expect(rows).toEqual({ refused: 7, known: 1 });
    expect(await faultsOf(shop.database, id)).toEqual([
      [2, 'kode pelanggan', 'CUSTOMER_UNKNOWN'],
      [3, 'jatuh tempo', 'INVOICE_DATES_INVALID'],
      [4, 'sisa', 'AMOUNT_NOT_POSITIVE'],
      [5, 'no faktur', 'INVOICE_NUMBER_TAKEN'],
      [6, 'surat ke', 'DUNNING_LEVEL_UNKNOWN'],
      [7, 'tanggal', 'INVOICE_DATES_INVALID'],
      [8, null, 'IMPORT_ROW_CHANGED'],
    ]);
  });

  it('are shown by the calls of invoices, without a sale', async () => {
    const api = await shop.api();
    const as = shop.shop.tokens.arClerk;
    const { body } = await api.send('GET', '/v1/invoices?q=LAMA/2', { as });
    expect(body).toMatchObject({ data: [{ number: 'LAMA/2', saleId: null, dunningLevel: 2 }] });
    const [{ id }] = (body as { data: [{ id: string }] }).data;
    expect(await api.send('GET', `/v1/invoices/${id}`, { as })).toMatchObject({ status: 200 });
    const headers = { accept: 'application/pdf' };
    expect(await api.send('GET', `/v1/invoices/${id}`, { as, headers })).toMatchObject({
      status: 200,
    });
    await api.close();
  });
});

describe('balances of the old books', () => {
  it('make, with receivables and stock, the trial balance of the old books', async () => {
    const before = await accountBalances(shop.database);
    const { id, rows } = await bringIn(
      'balances',
      'Kode Akun;Debet;Kredit\n1110;2.000.000;0\n1120;50.000.000;\n2310;;7.000.000\n1210;900;\n9999;1;\n1130;5;5\n',
    );
    expect(rows).toEqual({ written: 3, refused: 3 });
    expect(await faultsOf(shop.database, id)).toEqual([
      [5, 'Kode Akun', 'ACCOUNT_KEPT_BY_RECORDS'],
      [6, 'Kode Akun', 'ACCOUNT_UNKNOWN'],
      [7, null, 'FIELD_REQUIRED'],
    ]);
    const after = await accountBalances(shop.database);
    const moved = (code: string) => (after.get(code) ?? 0n) - (before.get(code) ?? 0n);
    expect(['1110', '1120', '2310', '3110'].map(moved)).toEqual([
      2_000_000n,
      50_000_000n,
      -7_000_000n,
      -45_000_000n,
    ]);
    expect([...after.values()].reduce((total, one) => total + one, 0n)).toBe(0n);
  });
});
