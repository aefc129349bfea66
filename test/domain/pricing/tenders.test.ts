import { priceSale } from '../../../domain/pricing/price-sale.js';
import type { RequestedTender } from '../../../domain/pricing/sale-request.js';
import { refusalOf } from '../../support/refusal-of.js';
import { aCatalogue, aLine, aSale, paid, rupiah } from './a-basket.js';

/** 1.333 kg of rice: Rp19,795, which cash can only pay as 19,700. */
const lines = [aLine({ sku: 'BERAS-01', quantityMilli: 1_333n })];

describe('cash rounding', () => {
  it('rounds cash down to the coin that exists', () => {
    const { totals } = settle([paid('cash', 19_700n)]);
    expect(totals).toMatchObject({ total: 19_795n, rounding: 95n, due: 19_700n, paid: 19_700n });
  });

  it('accepts cash to the last rupiah as well', () => {
    expect(settle([paid('cash', 19_795n)]).totals).toMatchObject({ rounding: 0n, due: 19_795n });
  });

  it('rounds only what cash pays of a split', () => {
    const { totals } = settle([paid('qris', 9_999n), paid('cash', 9_700n, 10_000n)]);
    expect(totals).toMatchObject({ rounding: 96n, due: 19_699n });
  });

  it.each([
    ['another tender', [paid('qris', 19_700n)]],
    ['another tender beside cash of nothing', [paid('qris', 19_700n), paid('cash', 0n)]],
    ['a whole step', [paid('cash', 19_600n)]],
    ['cash that is no multiple of the step', [paid('cash', 19_750n)]],
    ['more than the total', [paid('cash', 19_800n)]],
    ['nothing paid', []],
  ])('is not a reason to accept %s', (_what, tenders) => {
    expect(refusalOf(() => settle(tenders))).toMatchObject({
      code: 'TENDERS_DO_NOT_ADD_UP',
      param: 'tenders',
    });
  });

  it('gives away less than one step', () => {
    const shirt = aSale({ tenders: [paid('cash', 149_900n)] });
    expect(refusalOf(() => priceSale(shirt, aCatalogue())).code).toBe('TENDERS_DO_NOT_ADD_UP');
  });

  it('can be switched off', () => {
    const catalogue = aCatalogue({ cashRounding: { step: 0n, direction: 'down' } });
    const sale = aSale({ lines, tenders: [paid('cash', 19_700n)] });
    expect(refusalOf(() => priceSale(sale, catalogue)).code).toBe('TENDERS_DO_NOT_ADD_UP');
  });

  it('done differently by a till in the past is booked and listed', () => {
    const sale = aSale({ mode: 'completed', lines, tenders: [paid('cash', 19_750n)] });
    expect(priceSale(sale, aCatalogue())).toMatchObject({
      totals: { rounding: 45n, due: 19_750n },
      exceptions: [{ kind: 'rounding', param: 'tenders', expected: 95n, given: 45n }],
    });
  });
});

describe('a completed sale whose tenders do not add up', () => {
  it.each([
    ['less than the total', [paid('card', 19_000n)], 795n],
    ['more than the total', [paid('qris', 20_000n)], -205n],
    ['nothing at all', [], 19_795n],
  ])('is booked with the difference, and listed: %s', (_what, tenders, rounding) => {
    const given = 19_795n - rounding;
    expect(priceSale(aSale({ mode: 'completed', lines, tenders }), aCatalogue())).toMatchObject({
      totals: { total: 19_795n, rounding, due: given, paid: given },
      exceptions: [{ kind: 'tender', param: 'tenders', expected: 19_795n, given }],
    });
  });

  it('hands back nothing that its tender cannot hand back', () => {
    const tenders = [paid('card', 19_795n, 20_000n)];
    expect(priceSale(aSale({ mode: 'completed', lines, tenders }), aCatalogue())).toMatchObject({
      change: 0n,
      exceptions: [{ kind: 'tender', expected: 19_795n, given: 20_000n }],
    });
  });
});

describe('cash of nothing', () => {
  it('rounds away what is less than a coin, and is booked as no tender', () => {
    const crumbs = [aLine({ sku: 'BERAS-01', quantityMilli: 5n })];
    const { totals, tenders } = priceSale(
      aSale({ lines: crumbs, tenders: [paid('cash', 0n)] }),
      aCatalogue(),
    );
    expect([totals, tenders]).toMatchObject([{ total: 74n, rounding: 74n, due: 0n }, []]);
  });

  it('rounds no other tender: online it is refused, of a sale that has happened it is listed', () => {
    const tenders = [paid('card', 19_700n), paid('cash', 0n)];
    expect(refusalOf(() => settle(tenders)).code).toBe('TENDERS_DO_NOT_ADD_UP');
    const past = priceSale(aSale({ mode: 'completed', lines, tenders }), aCatalogue());
    expect(past).toMatchObject({
      totals: { rounding: 95n },
      exceptions: [{ kind: 'rounding', expected: 0n, given: 95n }],
    });
  });

  it('hands nothing over: online it is refused, of a sale that has happened it is listed', () => {
    const tenders = [paid('card', 19_795n), paid('cash', 0n, 50_000n)];
    expect(refusalOf(() => settle(tenders))).toMatchObject({
      code: 'TENDERS_DO_NOT_ADD_UP',
      param: 'tenders[1].tendered',
    });
    const past = priceSale(aSale({ mode: 'completed', lines, tenders }), aCatalogue());
    expect(past).toMatchObject({
      change: 0n,
      exceptions: [{ kind: 'tender', param: 'tenders[1].tendered', given: 50_000n }],
    });
  });
});

describe('tenders', () => {
  it('give change for cash only', () => {
    const sale = settle([paid('card', 10_095n), paid('cash', 9_700n, 50_000n)]);
    expect(sale.tenders.map(({ change }) => change)).toEqual([0n, 40_300n]);
    expect(sale.change).toBe(40_300n);
  });

  it.each([
    ['a card that is charged more', paid('card', 19_795n, 20_000n)],
    ['a voucher worth more', paid('voucher', 19_795n, 25_000n)],
    ['less cash than it pays', paid('cash', 19_795n, 19_000n)],
  ])('refuse %s', (_what, tender) => {
    expect(refusalOf(() => settle([tender]))).toMatchObject({
      code: 'TENDERS_DO_NOT_ADD_UP',
      param: 'tenders[0].tendered',
    });
  });

  it('say what the sale and the tenders come to', () => {
    expect(refusalOf(() => settle([paid('card', 10_000n)])).detail).toBe(
      'The sale comes to 19795 IDR, the tenders to 10000 IDR.',
    );
  });

  it.each([paid('card', 0n), paid('cash', -1n), paid('onAccount', -19_795n)])(
    'refuse an amount that is not above zero (%#)',
    (tender) => {
      const sale = aSale({ lines, customerId: 'toko-melati', tenders: [tender] });
      expect(refusalOf(() => priceSale(sale, aCatalogue()))).toMatchObject({
        code: 'TENDER_NOT_POSITIVE',
        param: 'tenders[0].amount',
      });
    },
  );

  it('on account need a customer, and leave what is owed apart from what is paid', () => {
    const tenders = [paid('cash', 9_700n), paid('onAccount', 10_000n)];
    expect(refusalOf(() => settle(tenders))).toMatchObject({
      code: 'CUSTOMER_REQUIRED',
      param: 'customer',
    });
    const sale = aSale({ lines, tenders, customerId: 'toko-melati' });
    expect(priceSale(sale, aCatalogue()).totals).toMatchObject({
      paid: 9_700n,
      onAccount: 10_000n,
      rounding: 95n,
    });
  });

  it('are twenty at most', () => {
    const tenders = Array.from({ length: 21 }, () => paid('voucher', 1n));
    expect(refusalOf(() => settle(tenders))).toMatchObject({
      code: 'TOO_MANY_TENDERS',
      param: 'tenders',
    });
  });

  it('are in the currency of the sale', () => {
    const foreign = { amount: 19_795n, currency: 'USD' } as const;
    const tender: RequestedTender = { type: 'cash', amount: foreign, tendered: foreign };
    expect(refusalOf(() => settle([tender])).errors).toMatchObject([
      { code: 'CURRENCY_MISMATCH', param: 'tenders[0].amount.currency' },
      { code: 'CURRENCY_MISMATCH', param: 'tenders[0].tendered.currency' },
    ]);
  });

  it('keep the approval code of the card terminal', () => {
    const tender: RequestedTender = { type: 'card', amount: rupiah(19_795n), reference: '004211' };
    expect(settle([tender]).tenders[0]?.reference).toBe('004211');
  });
});

function settle(tenders: readonly RequestedTender[]) {
  return priceSale(aSale({ lines, tenders }), aCatalogue());
}
