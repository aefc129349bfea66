import fc from 'fast-check';
import { sumAmounts } from '../../../domain/money/money.js';
import { priceBasket } from '../../../domain/pricing/price-sale.js';
import type {
  RequestedLine,
  RequestedTender,
  SaleRequest,
  TenderType,
} from '../../../domain/pricing/sale-request.js';
import { aCatalogue, aSale, paid, rupiah, SELLABLE } from './a-basket.js';

const CASH_STEP = 100n;

/** Any basket of taxed, exempt, weighed and untaxed-price goods, split over any tenders. */
export function anyBasket(): fc.Arbitrary<SaleRequest> {
  return fc
    .tuple(
      fc.array(anyLine(), { minLength: 1, maxLength: 30 }),
      fc.array(anyTenderType(), { minLength: 1, maxLength: 5 }),
      fc.array(fc.nat(1_000), { minLength: 5, maxLength: 5 }),
    )
    .map(([lines, types, cuts]) =>
      aSale({
        lines,
        customerId: 'toko-melati',
        tenders: tendersFor(priceBasket(aSale({ lines }), aCatalogue()).totals.total, {
          types,
          cuts,
        }),
      }),
    );
}

function anyLine(): fc.Arbitrary<RequestedLine> {
  return fc
    .tuple(
      fc.constantFrom(...SELLABLE),
      fc.bigInt({ min: 1n, max: 40n }),
      fc.integer({ min: 0, max: 100 }),
    )
    .map(([item, steps, percentOff]) => {
      const quantityMilli = steps * item.quantityStepMilli;
      const price = (item.unitPrice * quantityMilli) / 1_000n;
      return {
        sku: item.sku,
        quantityMilli,
        discount: rupiah((price * BigInt(percentOff)) / 100n),
      };
    });
}

function anyTenderType(): fc.Arbitrary<TenderType> {
  return fc.constantFrom('cash', 'card', 'qris', 'voucher', 'storeCredit', 'onAccount');
}

/** Cuts the total into tenders; the last cash among them is rounded down to the coin. */
function tendersFor(
  total: bigint,
  { types, cuts }: Readonly<{ types: readonly TenderType[]; cuts: readonly number[] }>,
): RequestedTender[] {
  const parts: bigint[] = [];
  types.slice(1).forEach((_type, index) => {
    const left = total - sumAmounts(parts);
    parts.push((left * BigInt(cuts[index] ?? 0)) / 1_000n);
  });
  parts.push(total - sumAmounts(parts));
  const cashAt = types.lastIndexOf('cash');
  return types
    .map((type, index) => {
      const amount = parts[index] ?? 0n;
      return paid(type, index === cashAt ? roundCash({ amount, parts, types, index }) : amount);
    })
    .filter(({ amount }) => amount.amount > 0n);
}

function roundCash({
  amount,
  parts,
  types,
  index,
}: Readonly<{
  amount: bigint;
  parts: readonly bigint[];
  types: readonly TenderType[];
  index: number;
}>): bigint {
  const otherCash = sumAmounts(parts.filter((_part, at) => at !== index && types[at] === 'cash'));
  const beyondStep = (amount + otherCash) % CASH_STEP;
  return beyondStep < amount ? amount - beyondStep : amount;
}
