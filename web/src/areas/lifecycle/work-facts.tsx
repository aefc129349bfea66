import { Link } from '@tanstack/react-router';
import { useRole } from '../../shell/session.js';
import { Facts } from '../../ui/equation.js';
import { moneyOfUnits } from '../../ui/format.js';
import { useFieldName } from '../../words/code-words.js';
import { detailIn } from '../../words/detail-words.js';
import { isKey } from '../../words/field-words.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { detailWords, queueWords } from './queue-words.js';
import type { WorkItem } from './use-verb.js';

type Known = Readonly<Record<string, unknown>>;
type DetailName = keyof typeof detailWords;

/** Amounts in details are in the smallest booked unit. */
const AMOUNTS = new Set(['seenByAgency', 'bookedHere', 'expected', 'found', 'limit']);

/** What the item says beside its question: its detail in words, what a change changes, where it comes from. */
export function WorkFacts({ item }: Readonly<{ item: WorkItem }>) {
  const say = useWords(queueWords);
  const name = useWords(detailWords);
  const { language } = useLanguage();
  const detail = (item.detail ?? {}) as Known;
  const rows = Object.entries(detail).flatMap(([key, value]) => {
    const text = detailIn(language, textOf(key, value, item.amount?.currency));
    return key in detailWords && text !== '' ? [[name(key as DetailName), text] as const] : [];
  });
  return (
    <div className="cols">
      {rows.length === 0 ? null : (
        <section aria-labelledby="known">
          <h3 id="known">{say('facts')}</h3>
          <Facts rows={rows} />
        </section>
      )}
      {detail['after'] === undefined ? null : (
        <Change before={detail['before'] as Known | null} after={detail['after'] as Known} />
      )}
      <Origins item={item} />
    </div>
  );
}

type OwnPage = Readonly<{
  name: 'request' | 'sentThing' | 'theCount';
  to: (subject: string) => string;
  /** People of a store see it too. */
  forStores?: true;
}>;

/** Kinds whose subject has a page of its own. */
const OWN_PAGES: Readonly<Record<string, OwnPage>> = {
  'credit-note': { name: 'request', to: (id) => `/credit-notes/requests/${id}` },
  quarantine: { name: 'sentThing', to: (id) => `/queue/refused/${id}`, forStores: true },
  'stock-count': { name: 'theCount', to: () => '/stock?view=counts', forStores: true },
  placement: { name: 'request', to: (id) => `/agencies/requests/${id}` },
};

function Origins({ item }: Readonly<{ item: WorkItem }>) {
  const say = useWords(queueWords);
  const seesMoney = useRole() !== 'storeManager';
  const own = OWN_PAGES[item.kind];
  const hasOwn = own !== undefined && (seesMoney || own.forStores === true);
  if (item.saleId === null && item.store === null && !hasOwn) return null;
  return (
    <section aria-labelledby="origins">
      <h3 id="origins">{say('papers')}</h3>
      <Facts
        rows={[
          ...(hasOwn
            ? [
                [
                  say('itself'),
                  <Link key="itself" className="link" to={own.to(item.subject.id)}>
                    {say(own.name)}
                  </Link>,
                ] as const,
              ]
            : []),
          ...(item.store === null ? [] : [[say('store'), item.store] as const]),
          ...(item.saleId === null
            ? []
            : [
                [
                  say('sale'),
                  <Link key="sale" className="link" to={`/sales/${item.saleId}`}>
                    {say('sale')}
                  </Link>,
                ] as const,
              ]),
        ]}
      />
    </section>
  );
}

/** What holds now and what would hold, field by field. */
function Change({ before, after }: Readonly<{ before: Known | null; after: Known }>) {
  const say = useWords(queueWords);
  const fieldName = useFieldName();
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after)])].filter(
    (key) => !isKey(key) && shown(before?.[key]) !== shown(after[key]),
  );
  return (
    <section aria-labelledby="changes">
      <h3 id="changes">{say('change')}</h3>
      <table className="t plain compact">
        <thead>
          <tr>
            <th scope="col" />
            <th scope="col">{say('before')}</th>
            <th scope="col">{say('after')}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((key) => (
            <tr key={key}>
              <th scope="row">{fieldName(key)}</th>
              <td>{shown(before?.[key])}</td>
              <td className="medium">{shown(after[key])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function textOf(key: string, value: unknown, currency: string | undefined): string {
  const isWhole = typeof value === 'string' || typeof value === 'number';
  if (AMOUNTS.has(key) && currency !== undefined && isWhole && /^-?\d+$/.test(String(value)))
    return moneyOfUnits(String(value), currency);
  if (value === null || value === undefined) return '';
  return shown(value);
}

/** Any value in one line. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return '\u2013';
  if (Array.isArray(value)) return value.map(shown).join(', ');
  if (typeof value === 'object') return Object.values(value).map(shown).join(' ');
  return String(value as string | number | boolean);
}
