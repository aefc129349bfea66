import type { PricedSale, PricedTender } from '../pricing/priced-sale.js';
import type { TenderType } from '../pricing/sale-request.js';
import type { AccountName } from './accounts.js';
import { credit, debit, entry, type Dimensions, type JournalLine } from './journal.js';

/** The part of a priced sale that the ledger needs; a `PricedSale` has all of it. */
export type SoldAmounts = Readonly<{
  totals: Pick<
    PricedSale['totals'],
    'discountBase' | 'taxBase' | 'tax' | 'total' | 'rounding' | 'paid' | 'onAccount'
  >;
  tenders: readonly Pick<PricedTender, 'type' | 'amount'>[];
}>;

/** `now`: the goods are carried out of the shop. `later`: they are kept and leave another day. */
export type DeliveryTiming = 'now' | 'later';

const ACCOUNT_OF_TENDER: Readonly<Record<TenderType, AccountName>> = {
  cash: 'cashOnHand',
  card: 'cardClearing',
  qris: 'qrisClearing',
  voucher: 'vouchers',
  storeCredit: 'storeCredit',
  onAccount: 'unbilled',
};

/**
 * The money side of a captured sale. The cost of the goods is known only under the lock of the stock level:
 * `capture_sale` and `deliver_sale` (SQL) add it.
 *
 * Goods that leave at once are revenue at once, and the part on account is owed, though not yet invoiced. For goods
 * that leave later only the money is booked, as the customer's deposit; the part on account is not owed before they
 * leave. PPN is booked with the revenue, when the goods leave.
 */
export function entriesForCapture(
  sale: SoldAmounts,
  timing: DeliveryTiming,
  at: Dimensions,
): JournalLine[] {
  if (timing === 'now') {
    return entry([
      ...tenderLines(sale.tenders, at),
      ...roundingLine(sale, at),
      ...revenueLines(sale, at),
    ]);
  }
  const paid = sale.tenders.filter(({ type }) => type !== 'onAccount');
  return entry([
    ...tenderLines(paid, at),
    ...roundingLine(sale, at),
    credit('customerDeposits', depositOf(sale), at),
  ]);
}

/**
 * The entry of a delivery of kept goods: the deposit becomes revenue, and the part on account is owed from now
 * on.
 */
export function entriesForDelivery(sale: SoldAmounts, at: Dimensions): JournalLine[] {
  return entry([
    debit('customerDeposits', depositOf(sale), at),
    debit('unbilled', sale.totals.onAccount, at),
    ...revenueLines(sale, at),
  ]);
}

/**
 * The entry of kept goods that were never collected: what was paid becomes money owed to the customer, and what cash
 * rounding gave away is taken back with the sale.
 */
export function entriesForExpiredDelivery(sale: SoldAmounts, at: Dimensions): JournalLine[] {
  return entry([
    debit('customerDeposits', depositOf(sale), at),
    credit('cashRounding', sale.totals.rounding, { storeId: at.storeId }),
    credit('storeCredit', sale.totals.paid, at),
  ]);
}

function tenderLines(
  tenders: SoldAmounts['tenders'],
  { storeId, customerId }: Dimensions,
): JournalLine[] {
  return tenders.map(({ type, amount }) => {
    const owedByOrTo = type === 'onAccount' || type === 'storeCredit';
    return debit(
      ACCOUNT_OF_TENDER[type],
      amount,
      owedByOrTo ? { storeId, customerId } : { storeId },
    );
  });
}

function roundingLine({ totals }: SoldAmounts, { storeId }: Dimensions): JournalLine[] {
  return [debit('cashRounding', totals.rounding, { storeId })];
}

/** Revenue is posted before discounts, so that the ledger shows what promotions cost. */
function revenueLines({ totals }: SoldAmounts, { storeId }: Dimensions): JournalLine[] {
  return [
    debit('salesDiscounts', totals.discountBase, { storeId }),
    credit('salesRevenue', totals.taxBase + totals.discountBase, { storeId }),
    credit('outputTax', totals.tax, { storeId }),
  ];
}

/** The customer's deposit: what was paid, plus what cash rounding gave away. */
function depositOf({ totals }: SoldAmounts): bigint {
  return totals.paid + totals.rounding;
}
