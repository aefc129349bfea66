import { amount, money } from '../../ui/format.js';
import { Labelled } from '../../ui/form-dialog.js';
import { useWords } from '../../words/words.js';
import { PERCENT_PATTERN, percentText, type Offer, type OfferKind } from './promotion-typed.js';
import { promotionsWords } from './promotions-words.js';

/** What a promotion gives, in words. */
export function useOfferWords(): (offer: Offer) => string {
  const say = useWords(promotionsWords);
  return (offer) => {
    switch (offer.kind) {
      case 'percent':
        return say('saysPercent', { percent: percentText(offer.percent) });
      case 'amount':
        return say('saysAmount', { off: money(offer.off) });
      case 'fixedPrice':
        return say('saysFixedPrice', { price: money(offer.unitPrice) });
      case 'buyGet':
        return say('saysBuyGet', { buy: offer.buy, get: offer.get });
      case 'mixAndMatch':
        return say('saysMixAndMatch', { pieces: offer.pieces, price: money(offer.price) });
      case 'basketPercent': {
        const [percent, threshold] = [percentText(offer.percent), money(offer.threshold)];
        return say('saysBasketPercent', { percent, threshold });
      }
      case 'basketAmount': {
        const [off, threshold] = [money(offer.off), money(offer.threshold)];
        return say('saysBasketAmount', { off, threshold });
      }
    }
  };
}

type FieldName = 'percent' | 'off' | 'unitPrice' | 'buy' | 'get' | 'pieces' | 'price' | 'threshold';

const FIELDS: Readonly<Record<OfferKind, readonly FieldName[]>> = {
  percent: ['percent'],
  amount: ['off'],
  fixedPrice: ['unitPrice'],
  buyGet: ['buy', 'get'],
  mixAndMatch: ['pieces', 'price'],
  basketPercent: ['percent', 'threshold'],
  basketAmount: ['off', 'threshold'],
};

/** The fields that a kind of promotion has, with what the promotion gives now. */
export function OfferFields({ kind, of }: Readonly<{ kind: OfferKind; of: Offer | undefined }>) {
  const say = useWords(promotionsWords);
  const values: Readonly<Record<string, unknown>> = of?.kind === kind ? { ...of } : {};
  return FIELDS[kind].map((name) => (
    <Labelled key={`${kind} ${name}`} label={say(name === 'percent' ? 'percentField' : name)}>
      <input name={name} required {...inputOf(name)} defaultValue={shown(values[name], name)} />
    </Labelled>
  ));
}

const COUNTS: readonly FieldName[] = ['buy', 'get', 'pieces'];

function inputOf(name: FieldName) {
  if (COUNTS.includes(name)) return { inputMode: 'numeric', pattern: '\\d{1,4}' } as const;
  return name === 'percent'
    ? ({ inputMode: 'decimal', pattern: PERCENT_PATTERN } as const)
    : ({ inputMode: 'decimal' } as const);
}

function shown(value: unknown, name: FieldName): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return name === 'percent' ? percentText(value) : String(value);
  return amount(value as Parameters<typeof amount>[0]);
}
