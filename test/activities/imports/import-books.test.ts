import { decidePlacement } from '../../../activities/collection/decide-placement.js';
import { dueRemittance } from '../../../activities/collection/due-remittance.js';
import { reportEvent } from '../../../activities/collection/report-event.js';
import { exportFile } from '../../../activities/imports/export-file.js';
import { undoImport } from '../../../activities/imports/undo-import.js';
import { money } from '../../../domain/money/money.js';
import { createInvoiceActivities } from '../../../activities/invoice/invoice-activities.js';
import { createDunningActivities } from '../../../activities/dunning/dunning-activities.js';
import { accountBalances } from '../../support/account-balances.js';
import { asAgency, balanceOf } from '../../support/agency-case.js';
import { carry, faultsOf, handIn, type Brought } from '../../support/imports.js';
import { openOwingShop, type OwingShop } from '../../support/owing-shop.js';
import { testContext } from '../../support/shop.js';
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

async function bringIn(
  kind: NewImport['kind'],
  content: string,
  { into = shop, ...parts }: Partial<NewImport> & Readonly<{ into?: OwingShop }> = {},
): Promise<Brought> {
  const id = await handIn(into.database, content, { kind, ...parts });
  return carry(into.database, id, into.clock);
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

describe('cases that agencies run for the old system', () => {
  const CASES = 'no faktur;kode agen;tanggal penyerahan;status;jumlah diserahkan;tertagih';

  /** Three old invoices of which 300,000 is open, and the cases of two of them: of 500,000 the agency has collected 200,000. */
  async function running() {
    const invoices = await receivables(
      ...['KASUS/1', 'KASUS/2', 'KASUS/3'].map(
        (number) => `${number};${customer};01/03/2026;01/04/2026;300.000;3;`,
      ),
    );
    return { invoices, cases: await placements() };
  }

  function placements(): Promise<Brought> {
    return bringIn(
      'placements',
      `${CASES}\nKASUS/1;AGN-A;15/05/2026;berjalan;500.000;200.000\nKASUS/2;AGN-B;10/06/2026;dikirim;300.000;\n`,
    );
  }

  async function caseOf(number: string, { database } = shop) {
    const open = { invoice: { number }, closedAt: null };
    return database.prisma.placement.findFirstOrThrow({ where: open });
  }

  const undo = (importId: string) => {
    const ctx = testContext(shop.clock.iso());
    return shop.database.transaction(ctx, (tx) => undoImport(tx, ctx, { importId }));
  };

  function reportPaid(agencyId: string, placementId: string, occurredAt: string) {
    return asAgency(shop, agencyId, (tx, ctx) =>
      reportEvent(tx, ctx, {
        placementId,
        sequence: 1,
        type: 'payment',
        occurredAt,
        amount: money(100_000n, 'IDR'),
        promisedFor: undefined,
        reason: undefined,
        content: JSON.stringify({ occurredAt }),
      }),
    );
  }

  async function exported({ database, clock }: OwingShop): Promise<string> {
    const pieces: string[] = [];
    const taking = exportFile(database, { kind: 'placements', at: clock.iso() });
    for await (const piece of taking) pieces.push(piece);
    return pieces.join('');
  }

  it('live on as placed, tell the agency nothing, and are taken back as a whole until they go on', async () => {
    const before = await accountBalances(shop.database);
    const { invoices, cases } = await running();
    expect(cases.rows).toEqual({ written: 2 });
    const [first, second] = [await caseOf('KASUS/1'), await caseOf('KASUS/2')];
    expect(first).toMatchObject({ state: 'acknowledged', outstandingAmount: 300_000n });
    expect(second).toMatchObject({ state: 'submitted', outstandingAmount: 300_000n });
    expect(await nextStep('KASUS/1')).toMatchObject({ kind: 'await-placement' });
    expect(await nextStep('KASUS/3')).toMatchObject({ kind: 'wait' });
    // Deadlines begin with us: 180 days for a case that the agency has, seven for its answer.
    expect(await decidePlacement(shop, first.id)).toEqual({
      kind: 'wait',
      untilMs: at('2026-12-28'),
    });
    expect(await decidePlacement(shop, second.id)).toEqual({
      kind: 'wait',
      untilMs: at('2026-07-09'),
    });
    expect(await shop.database.prisma.webhookDelivery.count()).toBe(0);
    expect(await placements()).toEqual(cases);

    const opposed = await undo(invoices.id).catch((error: unknown) => error);
    expect(opposed).toMatchObject({ code: 'IMPORT_IN_USE' });
    await undo(cases.id);
    expect(await decidePlacement(shop, first.id)).toEqual({ kind: 'undone' });
    expect(await nextStep('KASUS/1')).toMatchObject({ kind: 'wait' });
    await shop.verify();
    await undo(invoices.id);
    expect(await accountBalances(shop.database)).toEqual(before);
  });

  it('earn commission on what comes after, and go out and in again with the same bytes', async () => {
    const { cases } = await running();
    const { id, agencyId } = await caseOf('KASUS/1');
    const early = reportPaid(agencyId, id, '2026-06-20T10:00:00+07:00');
    await expect(early).rejects.toMatchObject({ code: 'EVENT_BEFORE_PLACEMENT' });
    await reportPaid(agencyId, id, shop.clock.iso());
    expect(await balanceOf(shop, id)).toMatchObject({
      placedAmount: 500_000n,
      collectedAmount: 300_000n,
      outstandingAmount: 200_000n,
    });
    const due = await asAgency(shop, agencyId, (tx) => dueRemittance(tx, undefined));
    expect(due).toMatchObject({ gross: 100_000n, commission: 15_000n });
    const opposed = await undo(cases.id).catch((error: unknown) => error);
    expect(opposed).toMatchObject({ code: 'IMPORT_IN_USE', param: 'line 2' });

    const first = await exported(shop);
    expect(first.split('\r\n')).toEqual([
      'number,agency,placedOn,state,placed,collected,paidDirect,adjusted,agreement',
      'KASUS/1,AGN-A,2026-05-15,acknowledged,500000,300000,,,2',
      'KASUS/2,AGN-B,2026-06-10,submitted,300000,,,,2',
      '',
    ]);
    const other = await openOwingShop();
    try {
      const rows = [200_000, 300_000].map(
        (open, index) => `KASUS/${index + 1};${customer};01/03/2026;01/04/2026;${open};3;`,
      );
      await bringIn('receivables', [HEADER, ...rows].join('\n'), { into: other });
      await bringIn('placements', first, { into: other });
      expect(await exported(other)).toBe(first);
      await other.verify();
    } finally {
      await other.close();
    }
  });

  it('that cannot be are refused row by row', async () => {
    const ours = await shop.sell(customer);
    const open = ['A', 'B', 'C', 'D', 'E', 'F'].map(
      (letter) => `KASUS/${letter};${customer};01/03/2026;01/04/2026;300.000;3;`,
    );
    await receivables(...open);
    const { id, rows } = await bringIn(
      'placements',
      [
        CASES,
        'NIHIL;AGN-A;15/05/2026;;300.000;',
        `${ours.number};AGN-A;01/07/2026;;45.000;`,
        'KASUS/A;AGN-X;15/05/2026;;300.000;',
        'KASUS/B;AGN-A;02/07/2026;;300.000;',
        'KASUS/C;AGN-A;01/02/2026;;300.000;',
        'KASUS/D;AGN-A;15/05/2026;;300.001;',
        'KASUS/E;AGN-A;15/05/2026;selesai;300.000;',
        'KASUS/F;AGN-A;15/05/2026;;0;',
        'KASUS/2;AGN-A;15/05/2026;;300.000;',
        'KASUS/1;AGN-A;15/05/2026;;500.000;200.001',
      ].join('\n'),
    );
    expect(rows).toEqual({ refused: 10 });
    expect(await faultsOf(shop.database, id)).toEqual([
      [2, 'no faktur', 'INVOICE_NOT_FOUND'],
      [3, 'no faktur', 'INVOICE_NOT_FOUND'],
      [4, 'kode agen', 'AGENCY_NOT_FOUND'],
      [5, 'tanggal penyerahan', 'PLACEMENT_DAY_INVALID'],
      [6, 'tanggal penyerahan', 'PLACEMENT_DAY_INVALID'],
      [7, 'jumlah diserahkan', 'PLACEMENT_AMOUNTS_DIFFER'],
      [8, 'status', 'FIELD_INVALID'],
      [9, 'jumlah diserahkan', 'AMOUNT_NOT_POSITIVE'],
      [10, 'no faktur', 'PLACEMENT_OPEN'],
      [11, null, 'IMPORT_ROW_CHANGED'],
    ]);
  });
});
