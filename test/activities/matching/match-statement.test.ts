import { formatReference } from '../../../domain/invoice/payment-reference.js';
import type { InvoicedSale } from '../../support/invoiced-sale.js';
import { useBank } from '../../support/bank.js';

const bank = useBank();
const { bookLines, dyingAfter, freshInvoice, openAmount, outcomes, paying, payments, workItems } =
  bank;

describe('matchStatement', () => {
  it('offers a batch that the bank took a fee out of as one payment, and goes on with the file', async () => {
    const invoice = await freshInvoice();
    const other = await freshInvoice();
    const batch = {
      amount: invoice.total - 2_500n,
      payments: [
        { amount: invoice.total, text: invoice.number },
        { amount: -2_500n, text: 'BIAYA' },
      ],
    };
    const id = await bookLines([batch, paying(other, { text: other.number })]);
    expect(await outcomes(id)).toEqual(['suggested', 'booked']);
    expect(await payments(id)).toMatchObject([
      { amount: invoice.total - 2_500n, state: 'suggested' },
      { amount: other.total, state: 'applied' },
    ]);
  });

  it('books an exact payment reference with its evidence and equation, and tells who follows the invoice', async () => {
    const invoice = await freshInvoice();
    const id = await bookLines([
      paying(invoice, { text: `Pelunasan ${invoice.paymentReference}` }),
    ]);

    expect(await outcomes(id)).toEqual(['booked']);
    const statement = await bank
      .world()
      .database.prisma.bankStatement.findUnique({ where: { id } });
    expect(statement).toMatchObject({ state: 'booked' });
    const [payment] = await payments(id);
    expect(payment).toMatchObject({
      state: 'applied',
      source: 'bank',
      amount: invoice.total,
      unappliedAmount: 0n,
      customerId: invoice.customerId,
    });
    expect(payment?.allocations[0]).toMatchObject({
      amount: invoice.total,
      evidence: {
        by: 'matcher',
        weighing: { rules: 'matching-3', score: 50, percent: 99 },
        equation: `IDR ${invoice.total} = ${invoice.number} ${invoice.total}`,
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
    const first = await freshInvoice();
    const second = await freshInvoice();
    const third = await freshInvoice();
    const id = await bookLines([
      paying(first, { text: `bayar ${first.number.replaceAll('/', ' ').replace('-', ' ')}` }),
      paying(second, { text: `bayar ${second.paymentReference.replaceAll('0', 'O')}` }),
      paying(third, { text: `bayar ${formatReference(third.paymentReference)} trims` }),
    ]);
    expect(await outcomes(id)).toEqual(['booked', 'booked', 'booked']);
  });

  it('offers a short payment to a person with items, doubts and the sum, and books nothing', async () => {
    const invoice = await freshInvoice();
    const short = invoice.total - 2_500n;
    const id = await bookLines([
      paying(invoice, { amount: short, text: invoice.paymentReference }),
    ]);

    expect(await outcomes(id)).toEqual(['suggested']);
    const [payment] = await payments(id);
    expect(payment).toMatchObject({
      state: 'suggested',
      unappliedAmount: short,
      customerId: invoice.customerId,
      allocations: [],
    });
    expect(payment?.suggestions[0]).toMatchObject({
      rank: 1,
      items: [
        { invoiceNumber: invoice.number, amount: String(short), open: String(invoice.total) },
      ],
      reasons: {
        doubts: ['amount-short'],
        evidence: [
          { kind: 'reference' },
          { kind: 'known-fee', amount: '2500', deduction: 'bankFee' },
        ],
        weighing: {
          score: 28,
          percent: 99,
          features: [
            { name: 'anything-else', weight: -10 },
            { name: 'reference-as-printed', weight: 40 },
            { name: 'known-fee', weight: 8 },
            { name: 'amount-short', weight: -10 },
          ],
        },
      },
      equation: `IDR ${short} = ${invoice.number} ${short} (of ${invoice.total}) [known-fee 2500]`,
    });
    expect(await openAmount(invoice)).toBe(invoice.total);
    expect(await pokesOf(invoice)).toContain('suspected-payment');
    expect(await workItems(payment?.id ?? '')).toEqual(['unapplied-payment']);
  });

  it('offers money of a known payer without a reference, and keeps unknown money unapplied', async () => {
    const invoice = await freshInvoice();
    const id = await bookLines([
      { amount: 12_345n, payerName: 'PT Tidak Dikenal', text: 'transfer', payerAccount: '7770002' },
      paying(invoice, { payerName: 'HOTEL BAHARI', text: 'transfer' }),
    ]);
    expect(await outcomes(id)).toEqual(['unmatched', 'suggested']);
    const [unknown, known] = await payments(id);
    expect(known).toMatchObject({ state: 'suggested', customerId: invoice.customerId });
    expect(unknown).toMatchObject({ state: 'unapplied', customerId: null });
  });

  it('books one of two equal payments and holds the other as a possible duplicate that names the first', async () => {
    const invoice = await freshInvoice();
    const id = await bookLines([
      paying(invoice, { text: invoice.paymentReference, bankReference: 'DOUBLE-A' }),
      paying(invoice, { text: invoice.paymentReference, bankReference: 'DOUBLE-B' }),
    ]);
    expect(await outcomes(id)).toEqual(['booked', 'held']);
    const all = await payments(id);
    const booked = all.find(({ state }) => state === 'applied');
    const held = all.find(({ state }) => state === 'held');
    expect(held).toMatchObject({ unappliedAmount: invoice.total });
    const subjectId = held?.id ?? '';
    const [item] = await bank.world().database.prisma.workItem.findMany({ where: { subjectId } });
    expect(item?.detail).toMatchObject({
      finding: 'hold',
      reasons: { reason: 'possible-duplicate', rivalPaymentId: booked?.id },
    });
  });

  it('posts a collective booking once and matches the payments inside it', async () => {
    const first = await freshInvoice();
    const second = await freshInvoice();
    const id = await bookLines([
      {
        amount: first.total + second.total,
        text: 'Setoran kolektif',
        payments: [
          { amount: first.total, text: first.paymentReference, payerName: 'A' },
          { amount: second.total, text: second.paymentReference, payerName: 'B' },
        ],
      },
    ]);
    expect(await outcomes(id)).toEqual(['booked']);
    expect((await payments(id)).map(({ amount, state }) => ({ amount, state }))).toEqual([
      { amount: first.total, state: 'applied' },
      { amount: second.total, state: 'applied' },
    ]);
  });

  it('takes a payment back when the bank reverses it: everything stands as before', async () => {
    const invoice = await freshInvoice();
    const before = await balanceOf('bank');
    const line = paying(invoice, { text: invoice.paymentReference, bankReference: 'ORIG' });
    const paidIn = await bookLines([line]);
    const returned = { isReversal: true, bankReference: 'ORIG', text: 'Retur transfer' };
    const id = await bookLines([{ ...line, ...returned, amount: -invoice.total }]);

    expect(await outcomes(id)).toEqual(['reversal']);
    const [payment] = await payments(paidIn);
    expect(payment).toMatchObject({ state: 'reversed', unappliedAmount: 0n });
    expect(payment?.allocations[0]?.reversedAt).not.toBeNull();
    expect(await openAmount(invoice)).toBe(invoice.total);
    expect(await balanceOf('bank')).toBe(before);
    expect(await workItems(payment?.id ?? '')).toEqual(['payment-reversed']);
  });

  it('keeps the order of time: paid, taken back and paid again in one file', async () => {
    const invoice = await freshInvoice();
    const line = paying(invoice, { text: invoice.paymentReference });
    const id = await bookLines([
      { ...line, bankReference: 'FIRST' },
      { ...line, amount: -invoice.total, isReversal: true, bankReference: 'FIRST', text: 'Retur' },
      { ...line, bankReference: 'SECOND' },
    ]);
    expect(await outcomes(id)).toEqual(['booked', 'reversal', 'booked']);
    expect(await openAmount(invoice)).toBe(0n);
  });

  it('offers the invoice whose reference a bank broke over two lines, to an unknown payer', async () => {
    const invoice = await freshInvoice();
    const { paymentReference } = invoice;
    const text = `TRF ${paymentReference.slice(0, 7)} ${paymentReference.slice(7)}`;
    const id = await bookLines([paying(invoice, { text, payerName: 'Tidak Dikenal' })]);
    expect(await outcomes(id)).toEqual(['suggested']);
    expect(await payments(id)).toMatchObject([{ state: 'suggested' }]);
  });

  it('leaves a reversal of which the payment is not clear to a person', async () => {
    const id = await bookLines([{ amount: -777n, isReversal: true, text: 'Retur' }]);
    expect(await outcomes(id)).toEqual(['reversal-unclear']);
  });

  it('puts fees and transfers out before a person instead of calling them payments', async () => {
    const id = await bookLines([{ amount: -6_500n, text: 'Biaya admin' }]);
    expect(await outcomes(id)).toEqual(['not-a-customer-payment']);
    expect(await payments(id)).toEqual([]);
    const where = { statementId: id };
    const [line] = await bank.world().database.prisma.bankStatementLine.findMany({ where });
    expect(await workItems(line?.id ?? '')).toEqual(['bank-line-to-book']);
  });

  it('gives the same books when it is killed between any two lines and repeated', async () => {
    const invoices = [await freshInvoice(), await freshInvoice(), await freshInvoice()];
    const { id: statementId } = await bank
      .world()
      .receive(
        bank
          .world()
          .statement([
            ...invoices.map((invoice) => paying(invoice, { text: invoice.paymentReference })),
            { amount: -6_500n, text: 'Biaya' },
            { amount: 1_000n, text: 'tidak jelas' },
          ]),
      );
    await bank.world().activities.readBankStatement({ statementId });
    for (const calls of [2, 1, 2]) {
      await expect(dyingAfter(calls).matchStatement({ statementId })).rejects.toThrow('killed');
      await bank.world().expectTies();
    }
    const result = await bank.world().activities.matchStatement({ statementId });
    expect(result).toEqual({
      isDone: true,
      outcomes: { booked: 3, 'not-a-customer-payment': 1, unmatched: 1 },
      touchedInvoices: 3,
    });
    expect(await bank.world().activities.matchStatement({ statementId })).toEqual(result);
    expect(await payments(statementId)).toHaveLength(4);
  });

  it('books every line once when the same file is matched eight times at once', async () => {
    const invoices = await Promise.all(Array.from({ length: 12 }, () => freshInvoice()));
    const { id: statementId } = await bank
      .world()
      .receive(
        bank
          .world()
          .statement(
            invoices.map((invoice) => paying(invoice, { text: invoice.paymentReference })),
          ),
      );
    await bank.world().activities.readBankStatement({ statementId });
    const run = () => bank.world().activities.matchStatement({ statementId });
    await Promise.all(Array.from({ length: 8 }, run));
    expect(await payments(statementId)).toHaveLength(12);
    expect(new Set(await outcomes(statementId))).toEqual(new Set(['booked']));
  });

  it('books an invoice once when two files that pay it are matched at once', async () => {
    const invoice = await freshInvoice();
    const statements = [];
    for (const bankReference of ['FILE-A', 'FILE-B']) {
      const line = paying(invoice, { text: invoice.paymentReference, bankReference });
      const { id: statementId } = await bank.world().receive(bank.world().statement([line]));
      await bank.world().activities.readBankStatement({ statementId });
      statements.push(statementId);
    }
    await Promise.all(
      statements.map((statementId) => bank.world().activities.matchStatement({ statementId })),
    );
    const all = (await Promise.all(statements.map(outcomes))).flat();
    expect(all.toSorted()).toEqual(['booked', 'held']);
    expect(await openAmount(invoice)).toBe(0n);
  });

  it('adds nothing when a file comes again with other bytes', async () => {
    const invoice = await freshInvoice();
    const line = paying(invoice, { text: invoice.paymentReference, bankReference: 'ONCE' });
    const file = bank.world().statement([line]);
    await bank.world().book(file);
    const again = await bank.world().book(new Uint8Array([...file, ...Buffer.from('\n')]));
    expect(await outcomes(again)).toEqual(['duplicate']);
    expect(await payments(again)).toEqual([]);
  });
});

async function pokesOf({ invoiceId }: InvoicedSale): Promise<string[]> {
  const pokes = await bank.world().database.prisma.poke.findMany({
    where: { workflowId: `receivable:${invoiceId}` },
  });
  return pokes.map(({ reason }) => reason);
}

async function balanceOf(role: string): Promise<bigint> {
  const [row] = await bank.world().database.prisma.$queryRaw<{ balance: bigint }[]>`
    SELECT coalesce(sum(l.amount), 0)::bigint AS balance FROM journal_line l
      JOIN account a ON a.code = l.account_code WHERE a.role = ${role}`;
  return row?.balance ?? 0n;
}
