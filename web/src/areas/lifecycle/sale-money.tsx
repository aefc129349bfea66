import type { BodyOf } from '../../api/client.js';
import { Equation, type Term } from '../../ui/equation.js';
import { amount, date, money, ofUnits, units } from '../../ui/format.js';
import { usePlace } from '../../ui/place.js';
import { useWords } from '../../words/words.js';
import { saleWords } from './sale-words.js';

export type Story = BodyOf<'GET /v1/lifecycles/{saleId}'>;
export type Invoice = BodyOf<'GET /v1/invoices/{invoiceId}'>;

type Part = Readonly<{ key: keyof typeof saleWords; sign: '+' | '\u2212'; of: bigint }>;

type Settled = Invoice['settlements'][number]['kind'];

/** The parts of what is open of a sale, in the order in which they came. */
export function partsOf(story: Story, invoice: Invoice | undefined): readonly Part[] {
  const till = units(story.total) - units(story.onAccount);
  if (invoice === undefined) {
    const later = units(story.onAccount) - units(story.open);
    const since: Part = { key: 'since', sign: '\u2212', of: later };
    return [{ key: 'till', sign: '\u2212', of: till }, ...(later === 0n ? [] : [since])];
  }
  const settled = (...kinds: readonly Settled[]) =>
    sum(invoice.settlements.filter(({ kind }) => kinds.includes(kind)).map((one) => one.amount));
  const fees = sum(
    invoice.openItems.filter(({ kind }) => kind === 'fee').map((item) => item.amount),
  );
  const always: readonly Part[] = [
    { key: 'till', sign: '\u2212', of: units(invoice.prepaid) },
    { key: 'bank', sign: '\u2212', of: settled('payment') },
    { key: 'credited', sign: '\u2212', of: settled('credit-note') },
  ];
  const seldom: readonly Part[] = [
    { key: 'rounding', sign: '\u2212', of: units(invoice.rounding) },
    { key: 'fees', sign: '+', of: fees },
    { key: 'agency', sign: '\u2212', of: settled('remittance') },
    { key: 'kept', sign: '\u2212', of: settled('deduction') },
    { key: 'writtenOff', sign: '\u2212', of: settled('write-off') },
  ];
  return [...always, ...seldom.filter(({ of }) => of !== 0n)];
}

/** What the parts leave open. */
export function leftOf(story: Story, parts: readonly Part[]): bigint {
  return parts.reduce(
    (left, { sign, of }) => (sign === '+' ? left + of : left - of),
    units(story.total),
  );
}

function sum(amounts: readonly Parameters<typeof units>[0][]): bigint {
  return amounts.reduce((total, one) => total + units(one), 0n);
}

/** What was sold, what came, and what is open: a sum that comes out. */
export function SaleMoney({
  story,
  invoice,
}: Readonly<{ story: Story; invoice: Invoice | undefined }>) {
  const say = useWords(saleWords);
  const place = usePlace();
  const { currency } = story.total;
  const { dueOn } = story;
  const terms: readonly Term[] = [
    { label: say('sold'), value: money(story.total) },
    ...partsOf(story, invoice).map(({ key, sign, of }) => ({
      label: say(key),
      sign,
      value: amount(ofUnits(of, currency)),
    })),
    {
      label: dueOn === null ? say('open') : say('openSince', { on: date(dueOn, place) }),
      sign: '=' as const,
      value: money(story.open),
      family: story.standing === 'overdue' ? 'over' : 'in',
    },
  ];
  return <Equation terms={terms} label={say('money')} />;
}
