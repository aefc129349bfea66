import fc from 'fast-check';
import { matchPayment } from '../../../domain/matching/match-payment.js';
import { referenceKey } from '../../../domain/matching/reference-key.js';
import { repairReferences } from '../../../domain/matching/repair-references.js';
import { aPayment, anItem, invoiceNumber, policy, referenceOf, someBooks } from './some-books.js';

const series = new Set(['INV/JKT/2026']);

function keysIn(text: string): readonly string[] {
  return repairReferences([text], series).map(({ key }) => key);
}

describe('a number of ours that was broken on its way', () => {
  it('is found wherever a bank broke it, with a blank or over two lines', () => {
    const place = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        place,
        fc.constantFrom(' ', '\n', ' / ', '-'),
        (n, cut, gap) => {
          const reference = referenceOf(n);
          expect(
            keysIn(`BAYAR ${reference.slice(0, cut)}${gap}${reference.slice(cut)} TERIMA KASIH`),
          ).toContain(reference);
          const invoice = invoiceNumber(n);
          expect(keysIn(`BAYAR ${invoice.slice(0, cut)}${gap}${invoice.slice(cut)}`)).toContain(
            referenceKey(invoice),
          );
        },
      ),
    );
  });

  it('is found in other groups than it is printed', () => {
    const reference = referenceOf(1234);
    for (const group of [2, 3, 5, 6]) {
      const grouped = reference.replaceAll(new RegExp(`(.{${group}})(?=.)`, 'g'), '$1 ');
      expect(keysIn(grouped)).toContain(reference);
    }
  });

  it('is found without its zeros', () => {
    const invoice = invoiceNumber(123);
    expect(keysIn(`bayar ${invoice.replace('/000', '/')}`)).toContain(referenceKey(invoice));
    const groups = [...(referenceOf(123).match(/.{1,4}/g) ?? [])].map((one) => String(Number(one)));
    expect(keysIn(groups.join(' '))).toContain(referenceOf(123));
  });

  it('is none without its check digit', () => {
    const invoice = invoiceNumber(123);
    const wrong = (Number(invoice.at(-1)) + 1) % 10;
    expect(keysIn(`${invoice.slice(0, -1)}${wrong}`)).toEqual([]);
  });

  it('takes time in proportion to the text, whatever the text', () => {
    expect(
      repairReferences(['1 '.repeat(5_000), 'INV JKT 2026 '.repeat(5_000)], series).length,
    ).toBeLessThan(5_000);
  });
});

describe('a payment with such a number', () => {
  const openItems = [anItem(1)];
  const broken = `${referenceOf(1).slice(0, 6)}\n${referenceOf(1).slice(6)}`;

  it('is offered where the amount fits, and never booked', () => {
    const payment = aPayment(100_000n, { text: broken });
    expect(matchPayment(payment, someBooks({ openItems }), policy)).toMatchObject({
      kind: 'suggest',
      suggestions: [
        {
          evidence: [
            { kind: 'reference', reference: referenceOf(1), how: 'repaired' },
            { kind: 'amount-equals' },
          ],
          doubts: ['reference-repaired'],
        },
      ],
    });
  });

  it('is booked when it is of the customer whose account paid, or who has the whole name of the payer', () => {
    const payer = { payerAccount: '111', payerName: 'PT Kedai Contoh' };
    const known = {
      openItems,
      aliases: [{ account: '111', customerId: 'c1', confirmations: 1 }],
      customers: [{ customerId: 'c1', name: 'Kedai Contoh' }],
    };
    const payment = aPayment(100_000n, { text: broken, ...payer });
    const decide = (facts: Parameters<typeof someBooks>[0]): string =>
      matchPayment(payment, someBooks(facts), policy).kind;
    expect(decide(known)).toBe('book');
    expect(decide({ ...known, aliases: [] })).toBe('book');
    expect(decide({ ...known, customers: [] })).toBe('book');
    expect(decide({ openItems })).toBe('suggest');
    const namesakes = [...known.customers, { customerId: 'c2', name: 'Kedai Contoh' }];
    expect(decide({ openItems, customers: namesakes })).toBe('suggest');
  });

  it('is not offered for it where the amount does not fit', () => {
    const payment = aPayment(99_999n, { text: broken });
    expect(matchPayment(payment, someBooks({ openItems }), policy).kind).toBe('none');
  });

  it('is decided by a whole number of ours beside it', () => {
    const payment = aPayment(100_000n, { text: `${broken} ${invoiceNumber(1)}` });
    expect(matchPayment(payment, someBooks({ openItems }), policy).kind).toBe('book');
  });
});
