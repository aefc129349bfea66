import type { BodyOf } from '../../api/client.js';
import { useSession } from '../../shell/session.js';
import { date, decimal, moneyOfUnits } from '../../ui/format.js';
import { usePlace } from '../../ui/place.js';
import { useFieldName, useFieldValue } from '../../words/code-words.js';
import { isBand, useBandText } from '../collection/bands.js';
import { isKey } from '../../words/field-words.js';
import { useLanguage } from '../../words/language.js';

type Change = Pick<BodyOf<'GET /v1/master-changes'>['data'][number], 'before' | 'after'>;
type Changed = readonly [field: string, before: string, after: string];
type TextOf = (field: string, value: unknown) => string;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Fields with an amount in the smallest booked unit, or with hundredths of a per cent. */
const IS_AMOUNT = /(Limit|Amount|^limit)$/;
const IS_SHARE = /[bB]asisPoints$/;
const HUNDREDTHS = 100;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SEPARATOR = '; ';

/** What differs between before and after, as people read it; of a list only what goes and what comes. */
export function useChangedFields(): (change: Change) => readonly Changed[] {
  const textOf = useTextOf();
  return ({ before, after }) =>
    Object.entries(after).flatMap(([field, value]) => {
      const [old, now] = differenceOf(before?.[field], value, (one) => textOf(field, one));
      return old === now || isKey(field) ? [] : [[field, old, now] as const];
    });
}

function differenceOf(before: unknown, after: unknown, textOf: (value: unknown) => string) {
  if (!Array.isArray(after)) return [textOf(before), textOf(after)] as const;
  const old = Array.isArray(before) ? before.map(textOf) : [];
  const now = after.map(textOf);
  const only = (list: readonly string[], others: readonly string[]) =>
    list.filter((one) => !others.includes(one)).join(SEPARATOR);
  return [only(old, now), only(now, old)] as const;
}

function useTextOf(): TextOf {
  const place = usePlace();
  const { language } = useLanguage();
  const { currency } = useSession().surroundings.company;
  const bandText = useBandText();
  const fieldName = useFieldName();
  const fieldValue = useFieldValue();
  const plain: TextOf = (field, value) => {
    const text = String(value as string | number | boolean);
    // What it names is told beside it.
    if (ID.test(text)) return fieldValue(field, 'true');
    if (DAY.test(text)) return date(text, place);
    if (IS_SHARE.test(field)) return `${decimal(String(Number(text) / HUNDREDTHS))} %`;
    if (IS_AMOUNT.test(field) && /^\d+$/.test(text)) return moneyOfUnits(text, currency ?? 'IDR');
    return fieldValue(field, text);
  };
  const textOf: TextOf = (field, value) => {
    if (value === null || value === undefined) return '';
    if (typeof value !== 'object') return plain(field, value);
    if (Array.isArray(value)) return value.map((one) => textOf(field, one)).join(SEPARATOR);
    const parts = value as Readonly<Record<string, unknown>>;
    if ('numerator' in parts)
      return `${textOf('', parts['numerator'])}/${textOf('', parts['denominator'])}`;
    if (isBand(value)) return bandText(value, currency ?? 'IDR');
    if ('id' in parts && 'en' in parts) return String(parts[language] as string);
    return Object.entries(parts)
      .filter(([name]) => !isKey(name))
      .map(([name, one]) => [fieldName(name), textOf(name, one)] as const)
      .filter(([, text]) => text !== '')
      .map(([name, text]) => `${name} ${text}`)
      .join(', ');
  };
  return textOf;
}
