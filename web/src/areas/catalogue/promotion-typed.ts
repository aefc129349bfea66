import type { BodyOf, InputOf } from '../../api/client.js';
import type { Typed } from '../../ui/dialog.js';
import { decimal } from '../../ui/format.js';
import { typedMoney } from '../../ui/read-money.js';

export type Promotion = BodyOf<'GET /v1/promotions'>['data'][number];
export type PromotionInput = InputOf<'PUT /v1/promotions/{promotionId}'>['body'];
export type Offer = Promotion['offer'];
export type OfferKind = Offer['kind'];

export const OFFER_KINDS = [
  'percent',
  'amount',
  'fixedPrice',
  'buyGet',
  'mixAndMatch',
  'basketPercent',
  'basketAmount',
] as const satisfies readonly OfferKind[];

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** What a field of per cent accepts, with a comma or a point: `100`, `15`, `2,5`. */
export const PERCENT_PATTERN = String.raw`\d{1,3}([.,]\d{1,2})?`;

const HUNDREDTHS = 100;

/** Hundredths of a per cent as a field shows them: `2,5`. */
export function percentText(hundredths: number): string {
  return decimal(String(hundredths / HUNDREDTHS));
}

/** A promotion as the call takes it. */
export function bodyOf(promotion: Promotion): PromotionInput {
  const { id: _id, code: _code, state: _state, createdAt: _at, ...body } = promotion;
  return body;
}

/** What a person typed, without the period. */
export function typedTerms(
  typed: Typed,
  { kind, currency }: Readonly<{ kind: OfferKind; currency: string }>,
): Omit<PromotionInput, 'name' | 'validFrom' | 'validUntil'> {
  const weekdays = WEEKDAYS.filter((day) => typed(`weekday-${day}`) !== '');
  const [from, until] = [typed('hoursFrom') || '00:00', typed('hoursUntil') || '00:00'];
  const isAlways = weekdays.length === 0 && from === until;
  return {
    offer: typedOffer(typed, { kind, currency }),
    ...(isAlways ? {} : { hours: { weekdays, from, until } }),
    skus: listOf(typed('skus')),
    categories: listOf(typed('categories')),
    stores: listOf(typed('stores')),
    storeGroups: listOf(typed('storeGroups')),
    segments: listOf(typed('segments')),
    priority: Number(typed('priority') || '0'),
    standsAlone: typed('standsAlone') !== '',
    ...(typed('coupon') === '' ? {} : { coupon: typed('coupon') }),
    ...limitOf('perCustomerDay', typed),
    ...limitOf('perDay', typed),
    ...limitOf('inAll', typed),
  };
}

function typedOffer(
  typed: Typed,
  { kind, currency }: Readonly<{ kind: OfferKind; currency: string }>,
): Offer {
  const money = (name: string) => typedMoney(typed(name), currency);
  const count = (name: string) => Number(typed(name));
  const percent = Math.round(Number(typed('percent').replace(',', '.')) * HUNDREDTHS);
  switch (kind) {
    case 'percent':
      return { kind, percent };
    case 'amount':
      return { kind, off: money('off') };
    case 'fixedPrice':
      return { kind, unitPrice: money('unitPrice') };
    case 'buyGet':
      return { kind, buy: count('buy'), get: count('get') };
    case 'mixAndMatch':
      return { kind, pieces: count('pieces'), price: money('price') };
    case 'basketPercent':
      return { kind, percent, threshold: money('threshold') };
    case 'basketAmount':
      return { kind, off: money('off'), threshold: money('threshold') };
  }
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

type Limit = 'perCustomerDay' | 'perDay' | 'inAll';

function limitOf(name: Limit, typed: Typed): Partial<Record<Limit, number>> {
  const text = typed(name);
  return text === '' ? {} : { [name]: Number(text) };
}
