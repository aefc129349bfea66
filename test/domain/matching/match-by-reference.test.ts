import { matchPayment } from '../../../domain/matching/match-payment.js';
import { equationText } from '../../../domain/matching/equation.js';
import { money } from '../../../domain/money/money.js';
import {
  aPayment,
  aSettled,
  anItem,
  day,
  invoiceNumber,
  policy,
  referenceOf,
  someBooks,
} from './some-books.js';

const books = someBooks({ openItems: [1, 2, 3].map((n) => anItem(n)) });

describe('a payment that names an open invoice and equals it', () => {
  it('is booked with its evidence and its equation', () => {
    const decision = matchPayment(
      aPayment(200_000n, { text: `Bayar ${invoiceNumber(2)} terima kasih` }),
      books,
      policy,
    );
    expect(decision).toMatchObject({
      kind: 'book',
      customerId: 'c1',
      allocations: [{ openItemId: 'item-2', amount: 200_000n }],
      evidence: [
        { kind: 'reference', reference: invoiceNumber(2), how: 'as-printed' },
        { kind: 'amount-equals', scope: 'invoice' },
      ],
    });
    if (decision.kind !== 'book') throw new Error('not booked');
    expect(equationText(decision.equation)).toBe(`IDR 200000 = ${invoiceNumber(2)} 200000`);
  });

  it.each([
    ['the invoice number without separators', invoiceNumber(2).replaceAll(/\W/g, '')],
    ['the invoice number with blanks', invoiceNumber(2).replaceAll(/\W/g, ' ')],
    ['the invoice number in small letters', invoiceNumber(2).toLowerCase()],
    ['the invoice number with letters for digits', invoiceNumber(2).replaceAll('0', 'O')],
    ['the payment reference', referenceOf(2)],
    ['the payment reference as printed', referenceOf(2).replaceAll(/(.{4})(?=.)/g, '$1 ')],
    ['the payment reference glued to a word', `REF${referenceOf(2)}LUNAS`],
    ['the payment reference between slashes', `/ROC/${referenceOf(2)}//`],
    ['both of its numbers', `${referenceOf(2)} ${invoiceNumber(2)}`],
  ])('is booked by %s', (_, text) => {
    expect(matchPayment(aPayment(200_000n, { text }), books, policy)).toMatchObject({
      kind: 'book',
      allocations: [{ openItemId: 'item-2', amount: 200_000n }],
    });
  });

  it('is booked by a structured reference and by the virtual account of the invoice', () => {
    const openItems = [anItem(1, { virtualAccount: '8808 0012 3456' })];
    const context = someBooks({ openItems });
    for (const parts of [{ references: [referenceOf(1)] }, { virtualAccount: '880800123456' }]) {
      expect(matchPayment(aPayment(100_000n, parts), context, policy).kind).toBe('book');
    }
  });

  it('is booked over a list of invoices whose sum it equals', () => {
    const text = `${invoiceNumber(1)}, ${invoiceNumber(3)}`;
    expect(matchPayment(aPayment(400_000n, { text }), books, policy)).toMatchObject({
      kind: 'book',
      allocations: [
        { openItemId: 'item-1', amount: 100_000n },
        { openItemId: 'item-3', amount: 300_000n },
      ],
      evidence: expect.arrayContaining([{ kind: 'amount-equals', scope: 'all-referenced' }]),
    });
  });

  it('is booked on the oldest instalments, and only on those', () => {
    const instalment = (n: number): ReturnType<typeof anItem> =>
      anItem(1, { id: `i${n}`, instalment: n, dueOn: day(`2026-0${n}-01`) });
    const context = someBooks({ openItems: [3, 1, 2].map(instalment) });
    const text = referenceOf(1);
    expect(matchPayment(aPayment(200_000n, { text }), context, policy)).toMatchObject({
      kind: 'book',
      allocations: [{ openItemId: 'i1' }, { openItemId: 'i2' }],
      evidence: expect.arrayContaining([{ kind: 'amount-equals', scope: 'earliest-instalments' }]),
    });
  });
});

describe('a payment that names an open invoice and differs from it', () => {
  const text = referenceOf(3);

  it('is offered as short, with the bank fee that would explain it', () => {
    const decision = matchPayment(aPayment(297_500n, { text }), books, policy);
    expect(decision).toMatchObject({
      kind: 'suggest',
      suggestions: [
        {
          allocations: [{ openItemId: 'item-3', amount: 297_500n }],
          doubts: ['amount-short'],
          evidence: expect.arrayContaining([
            expect.objectContaining({ kind: 'known-fee', amount: 2_500n }),
          ]),
        },
      ],
    });
  });

  it('is offered as over, with the rest on account', () => {
    const decision = matchPayment(aPayment(300_001n, { text }), books, policy);
    expect(decision).toMatchObject({
      kind: 'suggest',
      suggestions: [{ doubts: ['amount-over'], equation: { rest: 1n } }],
    });
  });

  it('is offered the only combination of the named invoices that fits', () => {
    const list = [1, 2, 3].map((n) => invoiceNumber(n)).join(', ');
    const decision = matchPayment(aPayment(500_000n, { text: list }), books, policy);
    expect(decision).toMatchObject({
      kind: 'suggest',
      suggestions: [
        {
          allocations: [{ openItemId: 'item-2' }, { openItemId: 'item-3' }],
          evidence: expect.arrayContaining([{ kind: 'only-combination', itemsConsidered: 3 }]),
        },
        { doubts: ['amount-short'] },
      ],
    });
  });
});

describe('what keeps an exact finding from being booked', () => {
  const text = referenceOf(1);
  const paid = aPayment(100_000n, { text });

  it.each([
    ['a dispute', { isDisputed: true }, 'disputed'],
    ['another currency', { open: money(100_000n, 'SGD') }, 'currency-differs'],
  ] as const)('%s', (_, parts, doubt) => {
    const context = someBooks({ openItems: [anItem(1, parts)] });
    expect(matchPayment(paid, context, policy)).toMatchObject({
      kind: 'suggest',
      suggestions: [{ doubts: expect.arrayContaining([doubt]) }],
    });
  });

  it('an amount above the limit, or a currency without one', () => {
    const low = { ...policy, autoBookMax: { IDR: 99_999n } };
    for (const strict of [low, { ...policy, autoBookMax: {} }]) {
      expect(matchPayment(paid, books, strict)).toMatchObject({
        kind: 'suggest',
        suggestions: [{ doubts: ['above-limit'] }],
      });
    }
  });

  it('invoices of several customers', () => {
    const openItems = [anItem(1), anItem(2, { customerId: 'c2' })];
    const list = `${referenceOf(1)}, ${referenceOf(2)}`;
    const decision = matchPayment(
      aPayment(300_000n, { text: list }),
      someBooks({ openItems }),
      policy,
    );
    expect(decision).toMatchObject({ suggestions: [{ doubts: ['several-customers'] }] });
  });

  it('another number in the text that was paid before', () => {
    const settled = [aSettled(200_000n, { references: [referenceOf(2)] })];
    const context = someBooks({ openItems: [anItem(1)], settled });
    const list = `${referenceOf(1)}, ${referenceOf(2)}`;
    expect(matchPayment(aPayment(100_000n, { text: list }), context, policy)).toMatchObject({
      suggestions: [{ doubts: ['some-references-paid'] }],
    });
  });
});

describe('possible duplicates', () => {
  const settled = [aSettled(100_000n, { references: [invoiceNumber(1), referenceOf(1)] })];
  const context = someBooks({ settled });
  const again = aPayment(100_000n, { text: referenceOf(1) });

  it('hold a second payment of the same amount for an invoice that is paid', () => {
    expect(matchPayment(again, context, policy)).toMatchObject({
      kind: 'hold',
      reason: 'possible-duplicate',
      rivalPaymentId: 'earlier',
      customerId: 'c1',
    });
  });

  it('are not suspected after forty-five days, nor with another amount', () => {
    const late = { ...again, receivedOn: day('2026-04-16') };
    const other = aPayment(99_999n, { text: referenceOf(1) });
    for (const payment of [late, other]) {
      expect(matchPayment(payment, context, policy)).toEqual({
        kind: 'none',
        reasons: ['reference-already-paid', 'payer-unknown'],
      });
    }
    const lastDay = { ...again, receivedOn: day('2026-04-15') };
    expect(matchPayment(lastDay, context, policy).kind).toBe('hold');
  });

  it('are not suspected when an equal amount paid another invoice of the customer', () => {
    const weekly = anItem(2, { dueOn: day('2026-05-01'), open: money(100_000n, 'IDR') });
    const books = someBooks({ openItems: [weekly], settled });
    const payment = { ...again, id: 'payment-weekly', text: referenceOf(2) };
    expect(matchPayment(payment, books, policy).kind).toBe('book');
  });

  it('hold an instalment that is paid early right after an equal one', () => {
    const next = anItem(1, { instalment: 2, dueOn: day('2026-05-01') });
    const early = someBooks({ openItems: [next], settled });
    expect(matchPayment(again, early, policy)).toMatchObject({
      kind: 'hold',
      suggestions: [{ allocations: [{ openItemId: 'item-1' }] }],
    });
    const due = { ...again, receivedOn: day('2026-05-01') };
    expect(matchPayment(due, early, policy).kind).toBe('book');
  });
});
