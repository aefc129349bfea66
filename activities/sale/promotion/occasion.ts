import { Temporal } from 'temporal-polyfill';
import type { Promotion, PromotionOccasion } from '../../../domain/promotion/promotion.js';
import type { Till } from '../capture/capture-catalogue.js';

/** Who buys with what, as promotions ask for it. */
export type Shopper = Pick<PromotionOccasion, 'segment' | 'customer' | 'coupons' | 'usesOf'>;

type Place = Readonly<{ till: Till; atMs: number }>;

/** A purchase as promotions see it: the hours are those of the till. */
export function occasionOf(shopper: Shopper, { till, atMs }: Place): PromotionOccasion {
  const at = Temporal.Instant.fromEpochMilliseconds(atMs);
  const { dayOfWeek, hour, minute } = at.toZonedDateTimeISO(till.timeZone);
  return {
    ...shopper,
    atMs,
    weekday: dayOfWeek,
    minute: hour * 60 + minute,
    store: till.storeCode,
    storeGroup: till.storeGroup,
  };
}

/** What the uses of a promotion are counted by; the texts of `promotion_count`. */
export type CountedBy = Readonly<{ businessDate: string; customerId: string | undefined }>;

/** A limit of a promotion: in so many sales of its scope. */
export type CountedUse = Readonly<{ scope: string; most: number }>;

/** The limits under which a sale counts as a use. */
export function countedUses(
  { perCustomerDay, perDay, inAll }: Pick<Promotion, 'perCustomerDay' | 'perDay' | 'inAll'>,
  by: CountedBy,
): readonly CountedUse[] {
  const { byCustomer, byAll, ever } = scopesOf(by);
  return [
    ...limited(byCustomer, perCustomerDay),
    ...limited(byAll, perDay),
    ...limited(ever, inAll),
  ];
}

/** Each scope by its text; without a named customer nothing is counted for one. */
export function scopesOf({ businessDate, customerId }: CountedBy) {
  return {
    byCustomer: customerId === undefined ? undefined : `${businessDate} ${customerId}`,
    byAll: businessDate,
    ever: 'all',
  };
}

function limited(scope: string | undefined, most: number | undefined): readonly CountedUse[] {
  return scope === undefined || most === undefined ? [] : [{ scope, most }];
}
