import { useBank } from '../../support/bank.js';

const bank = useBank();
const { bookLines, freshInvoice, openAmount, outcomes, paying, payments } = bank;

describe('a return of the bank', () => {
  it.each(['NONREF', 'NOTPROVIDED', '0000000000', 'TUNAI'])(
    'never takes back a payment of a stranger for the reference %s, which everybody bears',
    async (bankReference) => {
      const [invoice, another] = [await freshInvoice(), await freshInvoice()];
      const paidIn = await bookLines([
        paying(invoice, { text: invoice.paymentReference, bankReference }),
        paying(another, { text: another.paymentReference, bankReference, payerName: 'CV Lain' }),
      ]);
      const id = await bookLines([
        { amount: -invoice.total, isReversal: true, text: 'Retur', bankReference, ...NOBODY },
      ]);
      expect(await outcomes(id)).toEqual(['reversal-unclear']);
      expect((await payments(paidIn)).map(({ state }) => state)).toEqual(['applied', 'applied']);
    },
  );

  it('never takes back a payment of a stranger for a number that the bank uses anew', async () => {
    const invoice = await freshInvoice();
    await bookLines([paying(invoice, { text: invoice.paymentReference, bankReference: 'USED-1' })]);
    const stranger = { payerName: 'CV Lain', payerAccount: '900900900' };
    const id = await bookLines([
      { amount: -invoice.total, isReversal: true, bankReference: 'USED-1', ...stranger },
    ]);
    expect(await outcomes(id)).toEqual(['reversal-unclear']);
    expect(await openAmount(invoice)).toBe(0n);
  });

  it('finds the payment inside a batch that its own reference names', async () => {
    const [invoice, another] = [await freshInvoice(), await freshInvoice()];
    const parts = [invoice, another].map((one, index) => ({
      amount: one.total,
      endToEndReference: `BATCH-E${index}`,
      text: one.paymentReference,
    }));
    const total = invoice.total + another.total;
    const paidIn = await bookLines([{ amount: total, payments: parts, bankReference: 'BATCH-1' }]);
    const id = await bookLines([
      { amount: -another.total, isReversal: true, endToEndReference: 'BATCH-E1', ...NOBODY },
    ]);
    expect(await outcomes(id)).toEqual(['reversal']);
    const states = (await payments(paidIn)).map(({ amount, state }) => ({ amount, state }));
    expect(states).toContainEqual({ amount: another.total, state: 'reversed' });
    expect(states).toContainEqual({ amount: invoice.total, state: 'applied' });
  });
});

/** A return that names no party, as many banks write it. */
const NOBODY = { payerName: '', payerAccount: '' };
