import { z } from 'zod';
import { parseCurrency } from '../../../domain/money/currency.js';
import { formatMoney, type Language } from '../../../domain/money/format-money.js';
import { formatDate } from '../../../platform/dates.js';
import { textsFor, type Texts } from '../../../platform/texts.js';

const words = z.string().nullable();

/** The answer of `what_holds`. */
const holdersForm = z.array(
  z.strictObject({
    thing: z.enum(['dispute', 'promise', 'hold', 'letter', 'payment', 'bank-account', 'agency']),
    name: words,
    amount: words,
    currency: z.string(),
    by: words,
    on: words,
    until: words,
  }),
);

type Holder = z.output<typeof holdersForm>[number];

const HOLD = /^hold-(?<reason>.+)$/;

/** Reasons that name no thing: what holds is the amount itself, or that nobody takes the debt. */
const NAMELESS: readonly string[] = [
  'small-rest',
  'below-customer-minimum',
  'not-for-placement',
  'no-agency',
];

/** What holds a sale back, in both languages; undefined when nothing does. `holders` is what `what_holds` answers. */
export function meaningOfHold(
  nextStep: string | null,
  holders: unknown,
): Readonly<{ id: string; en: string }> | undefined {
  const reason = HOLD.exec(nextStep ?? '')?.groups?.['reason'];
  if (reason === undefined) return undefined;
  const things = holdersForm.parse(holders ?? []);
  const say = (language: Language): string | undefined => sentence({ reason, things, language });
  const [id, en] = [say('id'), say('en')];
  return id === undefined || en === undefined ? undefined : { id, en };
}

function sentence({
  reason,
  things,
  language,
}: Readonly<{ reason: string; things: readonly Holder[]; language: Language }>):
  string | undefined {
  const t = textsFor(language);
  if (NAMELESS.includes(reason)) return t(`hold.${reason}`);
  if (things.length === 0) return undefined;
  return things.map((thing) => part(thing, t, language)).join('; ');
}

function part(
  { thing, name, amount, currency, by, on, until }: Holder,
  t: Texts,
  language: Language,
): string {
  const day = (iso: string | null): string => (iso === null ? '-' : formatDate(iso, language));
  const text = t(`hold.${thing}`, {
    name: name ?? '-',
    by: by ?? '-',
    on: day(on),
    amount:
      amount === null
        ? ''
        : formatMoney({ amount: BigInt(amount), currency: parseCurrency(currency) }, language),
  });
  if (thing !== 'promise' && thing !== 'hold') return text;
  return `${text}, ${until === null ? t('hold.noEnd') : t('hold.until', { until: day(until) })}`;
}
