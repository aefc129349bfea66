import { IconMinus, IconPlus } from '@tabler/icons-react';
import { amount, date, money, units, inOneWay } from '../../ui/format.js';
import { usePlace } from '../../ui/place.js';
import { useKeys } from '../../ui/use-keys.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { evidenceWords, matchingWords, noMatchWords, questionWords } from './matching-words.js';
import type { Payment } from './workbench.js';

type Suggestion = Payment['suggestions'][number];

/** What the matcher offers: each as the sum that it comes to, on a key of its own. */
export function Suggestions({
  payment,
  rank,
  onChoose,
}: Readonly<{
  payment: Payment;
  rank: number | undefined;
  onChoose: (suggestion: Suggestion) => void;
}>) {
  const say = useWords(matchingWords);
  const { suggestions } = payment;
  useKeys(
    Object.fromEntries(
      suggestions.map((one, index) => [String(index + 1), () => onChoose(one)] as const),
    ),
  );
  return (
    <section aria-labelledby="may-pay">
      <h2 id="may-pay" className="hidden">
        {say('may')}
      </h2>
      <div className="cands">
        {suggestions.map((one, index) => (
          <label key={one.rank} className="cand">
            <input
              className="hidden"
              type="radio"
              name="suggestion"
              checked={one.rank === rank}
              onChange={() => onChoose(one)}
            />
            <kbd>{index + 1}</kbd>
            <span>
              <span className="medium">
                {one.items.map(({ invoiceNumber }) => invoiceNumber).join(', ')}
              </span>{' '}
              <span className="terms">{termsOf(one, (values) => say('ofOpen', values))}</span>
            </span>
            <span className="xs quiet">{say('rank', { n: one.rank })}</span>
          </label>
        ))}
      </div>
    </section>
  );
}

/** `3.837.760 + 4.957.800 of 4.964.300`. */
function termsOf(
  { items }: Suggestion,
  ofOpen: (values: Readonly<{ amount: string; open: string }>) => string,
): string {
  return items
    .map((item) =>
      units(item.amount) === units(item.open)
        ? amount(item.amount)
        : ofOpen({ amount: amount(item.amount), open: amount(item.open) }),
    )
    .join(' + ');
}

type Evidence = Readonly<{ kind?: string; [name: string]: unknown }>;
type EvidenceKind = keyof typeof evidenceWords;

/** The evidence of a suggestion, its doubts, and other payments that look the same. */
export function Why({
  payment,
  suggestion,
}: Readonly<{ payment: Payment; suggestion: Suggestion | undefined }>) {
  const say = useWords(matchingWords);
  const { language } = useLanguage();
  const place = usePlace();
  const evidence = useEvidence(suggestion);
  const against = [
    ...(suggestion?.words ?? []).map((words) => inOneWay(words[language])),
    ...useNoMatch(payment, suggestion),
    ...payment.rivals.map((rival) =>
      say('rival', { amount: money(rival.amount), day: date(rival.valueDate, place) }),
    ),
  ];
  const question = useQuestion(payment);
  const weight = useWeight(suggestion);
  if (evidence.length === 0 && against.length === 0) return null;
  return (
    <section className="why">
      {question === undefined ? null : <h3 className="asked">{question}</h3>}
      <Reasons title={say('speaksFor')} reasons={evidence} family="in" />
      <Reasons title={say('speaksAgainst')} reasons={against} family="over" />
      {weight.length === 0 ? null : <p className="xs quiet weight">{weight.join(' · ')}</p>}
    </section>
  );
}

function Reasons({
  title,
  reasons,
  family,
}: Readonly<{ title: string; reasons: readonly string[]; family: 'in' | 'over' }>) {
  const Icon = family === 'in' ? IconPlus : IconMinus;
  if (reasons.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>
            <span className={`${family} fg`}>
              <Icon className="i" aria-hidden="true" />
            </span>
            <span>{reason}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The one question about the payment, when there is one. */
function useQuestion(payment: Payment): string | undefined {
  const say = useWords(questionWords);
  const { reasons } = (payment.reasons ?? {}) as { reasons?: { question?: unknown } | null };
  const question = reasons?.question;
  return typeof question === 'string' && question in questionWords
    ? say(question as keyof typeof questionWords)
    : undefined;
}

type Weighing = Readonly<{
  percent?: number;
  counted?: Readonly<{ solutions: number; itemsConsidered: number }>;
  rival?: Readonly<{ items: readonly string[]; behind: number }>;
}>;

/** How likely the suggestion is by its weights, how many sets make the amount, and the next one. */
function useWeight(suggestion: Suggestion | undefined): readonly string[] {
  const say = useWords(matchingWords);
  const { weighing = {} } = (suggestion?.reasons ?? {}) as { weighing?: Weighing };
  const { percent, counted, rival } = weighing;
  return [
    ...(percent === undefined ? [] : [say('likely', { n: percent })]),
    ...(counted === undefined
      ? []
      : [say('counted', { n: counted.solutions, items: counted.itemsConsidered })]),
    ...(rival === undefined
      ? []
      : [
          say(rival.behind < 0 ? 'ahead' : 'behind', {
            items: rival.items.join(', '),
            n: Math.abs(rival.behind),
          }),
        ]),
  ];
}

function useEvidence(suggestion: Suggestion | undefined): readonly string[] {
  const say = useWords(evidenceWords);
  const { evidence = [] } = (suggestion?.reasons ?? {}) as { evidence?: readonly Evidence[] };
  return evidence.map(({ kind = 'other', reference, confirmations, name }) =>
    say((kind in evidenceWords ? kind : 'other') as EvidenceKind, {
      reference: textOf(reference),
      n: typeof confirmations === 'number' ? confirmations : 1,
      name: textOf(name),
    }),
  );
}

/** Why nothing is suggested; a suggestion has its own doubts. */
function useNoMatch(payment: Payment, suggestion: Suggestion | undefined): readonly string[] {
  const say = useWords(noMatchWords);
  if (suggestion !== undefined) return [];
  const { reasons } = (payment.reasons ?? {}) as { reasons?: unknown };
  const { reason, reasons: several } = (reasons ?? {}) as { reason?: unknown; reasons?: unknown };
  const all = Array.isArray(reasons) ? reasons : Array.isArray(several) ? several : [reason];
  return all.flatMap((one) =>
    typeof one === 'string' && one in noMatchWords ? [say(one as keyof typeof noMatchWords)] : [],
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
