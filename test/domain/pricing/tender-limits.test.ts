import fc from 'fast-check';
import { money, sumAmounts } from '../../../domain/money/money.js';
import { priceSale } from '../../../domain/pricing/price-sale.js';
import { TENDER_TYPES, type RequestedTender } from '../../../domain/pricing/sale-request.js';
import { checkTenderLimits } from '../../../domain/pricing/tender-limits.js';
import { refusalOf } from '../../support/refusal-of.js';
import { aCatalogue, aSale, paid, rupiah } from './a-basket.js';
import { anyBasket } from './any-basket.js';

const catalogue = aCatalogue({ tenderLimits: [{ type: 'qris', perSale: rupiah(100_000n) }] });

describe('the limit of a tender per sale', () => {
  it('refuses the tender that goes beyond it, and names it', () => {
    const sale = aSale({ tenders: [paid('cash', 49_999n), paid('qris', 100_001n)] });
    expect(refusalOf(() => priceSale(sale, catalogue))).toMatchObject({
      code: 'TENDER_LIMIT_EXCEEDED',
      param: 'tenders[1].amount',
      detail: 'A sale takes at most 100000 IDR by qris.',
    });
  });

  it('is not evaded by splitting one tender into two', () => {
    const split = [paid('qris', 60_000n), paid('cash', 30_000n), paid('qris', 60_000n)];
    const { code, param, errors } = refusalOf(() =>
      priceSale(aSale({ tenders: split }), catalogue),
    );
    expect([code, param, errors.length]).toEqual(['TENDER_LIMIT_EXCEEDED', 'tenders[2].amount', 1]);
  });

  it('leaves alone what comes to it exactly, and what is paid otherwise', () => {
    const exact = aSale({ tenders: [paid('qris', 100_000n), paid('cash', 50_000n)] });
    expect(priceSale(exact, catalogue).exceptions).toEqual([]);
    expect(priceSale(aSale({ tenders: [paid('card', 150_000n)] }), catalogue).tenders).toHaveLength(
      1,
    );
  });

  it('looks at what cash pays, not at the notes that are handed over', () => {
    const cash = aCatalogue({ tenderLimits: [{ type: 'cash', perSale: rupiah(150_000n) }] });
    const sale = aSale({ tenders: [paid('cash', 150_000n, 200_000n)] });
    expect(priceSale(sale, cash).change).toBe(50_000n);
  });

  it('is known in its own currency only', () => {
    const dollars = aCatalogue({ tenderLimits: [{ type: 'qris', perSale: money(1n, 'USD') }] });
    const sale = aSale({ tenders: [paid('qris', 150_000n)] });
    expect(priceSale(sale, dollars).totals.paid).toBe(150_000n);
  });

  it('exceeded in a completed sale is booked and listed', () => {
    const sale = aSale({ mode: 'completed', tenders: [paid('qris', 150_000n)] });
    expect(priceSale(sale, catalogue)).toMatchObject({
      totals: { paid: 150_000n },
      exceptions: [
        {
          kind: 'tender',
          code: 'TENDER_LIMIT_EXCEEDED',
          param: 'tenders[0].amount',
          expected: 100_000n,
          given: 150_000n,
        },
      ],
    });
  });
});

describe('for any basket and any tenders', () => {
  it('a type of tender whose sum is within its limit is never refused, one beyond it always is', () => {
    fc.assert(
      fc.property(
        anyBasket(),
        fc.constantFrom(...TENDER_TYPES),
        fc.bigInt({ min: -2n, max: 2n }),
        (request, type, room) => {
          const limit = sumOf(request.tenders, type) + room;
          const limits = [{ type, perSale: rupiah(limit) }];
          const limited = aCatalogue({ tenderLimits: limits });
          const completed = priceSale({ ...request, mode: 'completed' }, limited);
          expect({ ...completed, exceptions: [] }).toEqual(priceSale(request, aCatalogue()));
          const paysWithIt = request.tenders.some((tender) => tender.type === type);
          const codes = completed.exceptions.map(({ code }) => code);
          expect(codes).toEqual(room < 0n && paysWithIt ? ['TENDER_LIMIT_EXCEEDED'] : []);
          expect(checkTenderLimits(request.tenders, limits)).toHaveLength(codes.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});

function sumOf(tenders: readonly RequestedTender[], type: RequestedTender['type']): bigint {
  return sumAmounts(
    tenders.filter((tender) => tender.type === type).map(({ amount }) => amount.amount),
  );
}
