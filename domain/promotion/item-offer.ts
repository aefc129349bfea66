import { multiplyRational, rational } from '../money/rational.js';
import { MILLI_PER_UNIT } from '../quantity/quantity.js';
import { HUNDRED_PERCENT, type ItemOffer, type PromotedLine } from './promotion.js';

/** What an offer takes off a line: rounded once, not below zero, not above what the line costs. */
export function itemDiscount(offer: ItemOffer, { net, quantityMilli }: PromotedLine): bigint {
  const ofAllUnits = (amount: bigint): bigint =>
    multiplyRational(amount, rational(quantityMilli, MILLI_PER_UNIT), 'half-up');
  switch (offer.kind) {
    case 'percent':
      return within(net, percentOf(net, offer.percentHundredths));
    case 'amount':
      return within(net, ofAllUnits(offer.off));
    case 'fixedPrice':
      return within(net, net - ofAllUnits(offer.unitPrice));
  }
}

/** A percentage of an amount, rounded half up. */
export function percentOf(amount: bigint, percentHundredths: bigint): bigint {
  return multiplyRational(amount, rational(percentHundredths, HUNDRED_PERCENT), 'half-up');
}

/** A discount, kept from zero to what there is. */
export function within(most: bigint, discount: bigint): bigint {
  if (discount < 0n) return 0n;
  return discount < most ? discount : most;
}
