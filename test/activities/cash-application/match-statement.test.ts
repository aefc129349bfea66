import { openCashWorld, type CashWorld, TODAY } from '../../support/cash-world.js';
import { formatReference } from '../../../domain/invoice/payment-reference.js';
import { day } from '../../support/bank-files.js';
import type { InvoicedSale } from '../../support/invoiced-sale.js';

let world: CashWorld;

beforeEach(async () => {
  world = await openCashWorld();
});

afterEach(async () => {
  await world.expectTies();
  await world.close();
});

describe('matchStatement', () => {
  it('books an exact payment reference with its evidence and equation, and tells who follows the invoice', async () => {
    const invoice = await world.invoice({ packets: 3 });
    const id = await world.book(
      world.statement([paying(invoice, { text: `Pelunasan ${invoice.paymentReference}` })]),
    );

    expect(await outcomes(id)).toEqual(['booked']);
    expect(await world.database.prisma.bankStatement.findUnique({ where: { id } })).toMatchObject({
      state: 'booked',
    });
    const [payment] = await payments();
    expect(payment).toMatchObject({
      state: 'applied',
      source: 'bank',
      amount: 135_000n,
      unappliedAmount: 0n,
      customerId: invoice.customerId,
    });
    expect(payment?.allocations[0]).toMatchObject({
      amount: 135_000n,
      evidence: {
        by: 'matcher',
        equation: `IDR 135000 = ${invoice.number} 135000`,
        evidence: [
          { kind: 'reference', how: 'as-printed' },
          { kind: 'amount-equals', scope: 'invoice' },
        ],
      },
    });
    expect(await openAmount(invoice)).toBe(0n);
    expect(await pokesOf(invoice)).toContain('payment');
  });

  it('finds our numbers as people write them: in groups, with other separators, with look-alike letters', async () => {
    const first = await world.invoice();
    const second = await world.invoice({ packets: 2 });
    const third = await world.invoice({ packets: 3 });
    const id = await world.book(
      world.statement([
        paying(first, { text: `bayar ${first.number.replaceAll('/', ' ').replace('-', ' ')}` }),
        paying(second, { text: `bayar ${second.paymentReference.replaceAll('0', 'O')}` }),
        paying(third, { text: `bayar ${formatReference(third.paymentReference)} trims` }),
      ]),
    );
    expect(await outcomes(id)).toEqual(['booked', 'booked', 'booked']);
  });

  it('offers a short payment to a person with items, doubts and the sum, and books nothing', async () => {
    const invoice = await world.invoice({ packets: 2 });
    const id = await world.book(
      world.statement([paying(invoice, { amount: 87_500n, text: invoice.paymentReference })]),
    );

    expect(await outcomes(id)).toEqual(['suggested']);
    const [payment] = await payments();
    expect(payment).toMatchObject({
      state: 'suggested',
      unappliedAmount: 87_500n,
      customerId: invoice.customerId,
      allocations: [],
    });
    expect(payment?.suggestions[0]).toMatchObject({
      rank: 1,
      items: [{ invoiceNumber: invoice.number, amount: '87500', open: '90000' }],
      reasons: {
        doubts: ['amount-short'],
        evidence: [{ kind: 'reference' }, { kind: 'known-fee', fee: '2500' }],
      },
      equation: `IDR 87500 = ${invoice.number} 87500 (of 90000)`,
    });
    expect(await openAmount(invoice)).toBe(90_000n);
    expect(await pokesOf(invoice)).toContain('suspected-payment');
    expect(await workItems(payment?.id ?? '')).toEqual(['unapplied-payment']);
  });

  it('offers money of a known payer without a reference, and keeps unknown money unapplied', async () => {
    const invoice = await world.invoice();
    const id = await world.book(
      world.statement([
        { amount: 45_000n, payerName: 'WARUNG SARI', text: 'transfer', payerAccount: '7770001' },
        {
          amount: 12_345n,
          payerName: 'PT Tidak Dikenal',
          text: 'transfer',
          payerAccount: '7770002',
        },
      ]),
    );
    expect(await outcomes(id)).toEqual(['suggested', 'unmatched']);
    const [unknown, known] = await payments();
    expect(known).toMatchObject({ state: 'suggested', customerId: invoice.customerId });
    expect(unknown).toMatchObject({ state: 'unapplied', customerId: null });
  });

  it('books one of two equal payments and holds the other as a possible duplicate that names the first', async () => {
    const invoice = await world.invoice();
    const id = await world.book(
      world.statement([
        paying(invoice, { text: invoice.paymentReference, bankReference: 'A' }),
        paying(invoice, { text: invoice.paymentReference, bankReference: 'B' }),
      ]),
    );
    expect(await outcomes(id)).toEqual(['booked', 'held']);
    const [booked, held] = await payments();
    expect(held).toMatchObject({ state: 'held', unappliedAmount: 45_000n });
    const [item] = await world.database.prisma.workItem.findMany({
      where: { subjectId: held?.id ?? '' },
    });
    expect(item?.detail).toMatchObject({
      finding: 'hold',
      reasons: { reason: 'possible-duplicate', rivalPaymentId: booked?.id },
    });
  });

  it('posts a collective booking once and matches the payments inside it', async () => {
    const first = await world.invoice();
    const second = await world.invoice({ packets: 2, customer: world.shop.customers.hotel.number });
    const id = await world.book(
      world.statement([
        {
          amount: 135_000n,
          text: 'Setoran kolektif',
          payments: [
            { amount: 45_000n, text: first.paymentReference, payerName: 'Warung Sari' },
            { amount: 90_000n, text: second.paymentReference, payerName: 'Hotel Bahari' },
          ],
        },
      ]),
    );
    expect(await outcomes(id)).toEqual(['booked']);
    expect((await payments()).map(({ amount, state }) => ({ amount, state }))).toEqual([
      { amount: 45_000n, state: 'applied' },
      { amount: 90_000n, state: 'applied' },
    ]);
  });

  it('takes a payment back when the bank reverses it: everything stands as before', async () => {
    const invoice = await world.invoice();
    await world.book(
      world.statement([paying(invoice, { text: invoice.paymentReference, bankReference: 'ORIG' })]),
    );
    const id = await world.book(
      world.statement([
        {
          amount: -45_000n,
          isReversal: true,
          bankReference: 'ORIG',
          text: 'Retur transfer',
          bookingDate: day(TODAY),
        },
      ]),
    );
    expect(await outcomes(id)).toEqual(['reversal']);
    const [payment] = await payments();
    expect(payment).toMatchObject({ state: 'reversed', unappliedAmount: 0n });
    expect(payment?.allocations[0]?.reversedAt).not.toBeNull();
    expect(await openAmount(invoice)).toBe(45_000n);
    expect(await balanceOf('bank')).toBe(0n);
    expect(await workItems(payment?.id ?? '')).toEqual(['payment-reversed']);
  });

  it('leaves a reversal of which the payment is not clear to a person', async () => {
    const id = await world.book(
      world.statement([{ amount: -45_000n, isReversal: true, text: 'Retur' }]),
    );
    expect(await outcomes(id)).toEqual(['reversal-unclear']);
  });

  it('puts fees and transfers out before a person instead of calling them payments', async () => {
    const id = await world.book(world.statement([{ amount: -6_500n, text: 'Biaya admin' }]));
    expect(await outcomes(id)).toEqual(['not-a-customer-payment']);
    expect(await payments()).toEqual([]);
    const [line] = await world.database.prisma.bankStatementLine.findMany({
      where: { statementId: id },
    });
    expect(await workItems(line?.id ?? '')).toEqual(['bank-line-to-book']);
  });

  it('gives the same books when it is killed between any two lines and repeated', async () => {
    const invoices = [
      await world.invoice(),
      await world.invoice({ packets: 2 }),
      await world.invoice({ packets: 3 }),
    ];
    const { id } = await world.receive(
      world.statement([
        ...invoices.map((invoice) => paying(invoice, { text: invoice.paymentReference })),
        { amount: -6_500n, text: 'Biaya' },
        { amount: 1_000n, text: 'tidak jelas' },
      ]),
    );
    await world.activities.readBankStatement({ statementId: id });
    for (const failing of [2, 1, 2]) {
      await expect(dyingAfter(failing).matchStatement({ statementId: id })).rejects.toThrow(
        'killed',
      );
      await world.expectTies();
    }
    const result = await world.activities.matchStatement({ statementId: id });
    expect(result).toEqual({
      outcomes: { booked: 3, 'not-a-customer-payment': 1, unmatched: 1 },
      touchedInvoices: 3,
    });
    expect(await world.activities.matchStatement({ statementId: id })).toEqual(result);
    expect(await payments()).toHaveLength(4);
  });

  it('books every line once when the same file is matched eight times at once', async () => {
    const invoices = await Promise.all(
      Array.from({ length: 12 }, (_, index) => world.invoice({ packets: index + 1 })),
    );
    const { id } = await world.receive(
      world.statement(
        invoices.map((invoice) => paying(invoice, { text: invoice.paymentReference })),
      ),
    );
    await world.activities.readBankStatement({ statementId: id });
    await Promise.all(
      Array.from({ length: 8 }, () => world.activities.matchStatement({ statementId: id })),
    );
    expect(await payments()).toHaveLength(12);
    expect(new Set(await outcomes(id))).toEqual(new Set(['booked']));
  });

  it('adds nothing when a file comes again with other bytes', async () => {
    const invoice = await world.invoice();
    const line = paying(invoice, { text: invoice.paymentReference, bankReference: 'ONCE' });
    await world.book(world.statement([line]));
    const again = await world.book(world.statement([line]));
    expect(await outcomes(again)).toEqual(['duplicate']);
    expect(await payments()).toHaveLength(1);
  });

  /** Activities of a process that dies after so many calls of the books. */
  function dyingAfter(calls: number): CashWorld['activities'] {
    let left = calls;
    const { database } = world;
    return world.activitiesOver({
      ...database,
      call: (command, ctx, input) => {
        left -= 1;
        if (left < 0) return Promise.reject(new Error('killed'));
        return database.call(command, ctx, input);
      },
    });
  }
});

type Entry = NonNullable<Parameters<CashWorld['statement']>[0][number]>;

function paying({ total }: InvoicedSale, entry: Entry): Entry {
  return { amount: total, payerName: 'Pengirim', payerAccount: '5550001112', ...entry };
}

async function outcomes(statementId: string): Promise<string[]> {
  const lines = await world.database.prisma.bankStatementLine.findMany({
    where: { statementId },
    orderBy: { position: 'asc' },
  });
  return lines.map(({ outcome }) => outcome);
}

function payments() {
  return world.database.prisma.payment.findMany({
    orderBy: [{ receivedAt: 'asc' }, { amount: 'asc' }, { id: 'asc' }],
    include: { allocations: true, suggestions: { orderBy: { rank: 'asc' } } },
  });
}

async function openAmount({ invoiceId }: InvoicedSale): Promise<bigint> {
  const { _sum } = await world.database.prisma.openItem.aggregate({
    where: { invoiceId },
    _sum: { openAmount: true },
  });
  return _sum.openAmount ?? 0n;
}

async function pokesOf({ invoiceId }: InvoicedSale): Promise<string[]> {
  const pokes = await world.database.prisma.poke.findMany({
    where: { workflowId: `receivable:${invoiceId}` },
  });
  return pokes.map(({ reason }) => reason);
}

async function workItems(subjectId: string): Promise<string[]> {
  const items = await world.database.prisma.workItem.findMany({
    where: { subjectId, state: 'open' },
  });
  return items.map(({ kind }) => kind);
}

async function balanceOf(role: string): Promise<bigint> {
  const [row] = await world.database.prisma.$queryRaw<{ balance: bigint }[]>`
    SELECT coalesce(sum(l.amount), 0)::bigint AS balance FROM journal_line l JOIN account a ON a.code = l.account_code WHERE a.role = ${role}`;
  return row?.balance ?? 0n;
}
