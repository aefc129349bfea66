import { randomUUID } from 'node:crypto';
import { explainPayment } from '../../../activities/matching/explain-payment.js';
import { useBank } from '../../support/bank.js';

const bank = useBank();

async function explain(paymentId: string): Promise<readonly string[]> {
  return explainPayment(bank.world().database, paymentId);
}

describe('explainPayment', () => {
  it('tells why a payment was booked, with its sum and weights', async () => {
    const invoice = await bank.freshInvoice();
    const id = await bank.bookLines([bank.paying(invoice, { text: invoice.paymentReference })]);
    const [payment] = await bank.payments(id);
    expect(await explain(payment?.id ?? '')).toEqual([
      `${payment?.id}: applied`,
      `booked IDR ${invoice.total} = ${invoice.number} ${invoice.total}`,
      '   50 points, 99 %: anything-else -10, reference-as-printed +40, amount-invoice +20',
    ]);
  });

  it('tells what is suggested, what speaks against it, and the question', async () => {
    const invoice = await bank.freshInvoice();
    const short = invoice.total - 1_001n;
    const id = await bank.bookLines([
      bank.paying(invoice, { amount: short, text: invoice.paymentReference }),
    ]);
    const [payment] = await bank.payments(id);
    expect(await explain(payment?.id ?? '')).toEqual([
      `${payment?.id}: suggested`,
      `1. IDR ${short} = ${invoice.number} ${short} (of ${invoice.total})`,
      '   20 points, 99 %: anything-else -10, reference-as-printed +40, amount-short -10',
      '   doubts: amount-short',
      'question: why-short',
    ]);
  });

  it('tells why nothing was found, and refuses a payment that there is not', async () => {
    const id = await bank.bookLines([
      { amount: 12_346n, payerName: 'PT Entah Siapa', text: 'transfer', payerAccount: '7770009' },
    ]);
    const [payment] = await bank.payments(id);
    expect(await explain(payment?.id ?? '')).toEqual([
      `${payment?.id}: unapplied`,
      'nothing found: no-reference, payer-unknown',
      'question: who-is-this',
    ]);
    await expect(explain(randomUUID())).rejects.toMatchObject({ code: 'PAYMENT_NOT_FOUND' });
  });
});
