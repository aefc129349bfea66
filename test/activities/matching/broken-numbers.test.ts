import type { InvoicedSale } from '../../support/invoiced-sale.js';
import { openAmountOf } from '../../support/read-books.js';
import { useBank } from '../../support/bank.js';

const bank = useBank();
const { bookLines, freshInvoice, paying, payments } = bank;

describe('a number of ours that was broken on its way', () => {
  it.each([
    ['without its zeros', ({ number }) => `bayar ${number.replace(/\/0+/, '/')} trims`],
    ['in other groups', ({ paymentReference: one }) => one.replaceAll(/(.{5})/g, '$1 ')],
    [
      'in its groups without their zeros',
      ({ paymentReference: one }) =>
        (one.match(/.{1,4}/g) ?? []).map((group) => String(Number(group))).join(' '),
    ],
    [
      'over two lines, as digits',
      ({ paymentReference: one }) => `${one.slice(0, 6)}\n${one.slice(6)}`,
    ],
  ] satisfies [string, (invoice: InvoicedSale) => string][])(
    'offers a number that came %s where the amount fits, and books nothing',
    async (_, broken) => {
      const invoice = await freshInvoice();
      await freshInvoice();
      const text = broken(invoice);
      const id = await bookLines([
        paying(invoice, { text }),
        paying(invoice, {
          text,
          amount: invoice.total - 1n,
          bankReference: `X-${text}`.slice(0, 30),
        }),
      ]);
      const [other, exact] = await payments(id);
      expect(exact).toMatchObject({ state: 'suggested', customerId: invoice.customerId });
      expect(exact?.suggestions[0]).toMatchObject({
        items: [{ invoiceNumber: invoice.number }],
        reasons: { doubts: ['reference-repaired'], evidence: [{ how: 'repaired' }, {}] },
      });
      expect(other).toMatchObject({ suggestions: [] });
      expect(await openAmountOf(bank.world().database, invoice.invoiceId)).toBe(invoice.total);
    },
  );

  it.each([6, 9, 14, 18])(
    'finds the number of an invoice that the bank broke over two lines after %s characters',
    async (end) => {
      const invoice = await freshInvoice();
      const { number } = invoice;
      const text = `bayar ${number.slice(0, end)}\n${number.slice(end)}`;
      const [payment] = await payments(await bookLines([paying(invoice, { text })]));
      expect(payment).toMatchObject({ customerId: invoice.customerId });
      expect(['applied', 'suggested']).toContain(payment?.state);
    },
  );
});
