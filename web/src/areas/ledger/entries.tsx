import { Link } from '@tanstack/react-router';
import type { EntryOf } from '../../api/use-call.js';
import { isZero, money } from '../../ui/format.js';
import { Amount } from '../../ui/money.js';
import { NumberHeads } from '../../ui/number-heads.js';
import { Proof } from '../../ui/page.js';
import { When } from '../../ui/when.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { lessOf, sumOf } from './figures.js';
import { ledgerWords } from './ledger-words.js';

export type Entry = EntryOf<'GET /v1/journal-entries'>;

/** In the foot: whether the entries that are shown balance. */
export function Balanced({ entries }: Readonly<{ entries: readonly Entry[] }>) {
  const say = useWords(ledgerWords);
  const lines = entries.flatMap((entry) => entry.lines);
  if (lines.length === 0) return null;
  const debit = sumOf(lines.map((line) => line.debit));
  const difference = lessOf(debit, sumOf(lines.map((line) => line.credit)));
  const ties = isZero(difference);
  return (
    <Proof ties={ties}>
      {say('shown', { n: entries.length })}.{' '}
      {say(ties ? 'ties' : 'tiesNot', { difference: money(difference) })}
    </Proof>
  );
}

export function Entries({ entries }: Readonly<{ entries: readonly Entry[] }>) {
  const say = useWords(ledgerWords);
  return (
    <table className="t compact journal">
      <caption className="hidden">{say('journal')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('account')}</th>
          <th scope="col" className="wide">
            {say('accountName')}
          </th>
          <th scope="col">{say('store')}</th>
          <th scope="col">{say('customer')}</th>
          <NumberHeads of={[say('debit'), say('credit')]} />
        </tr>
      </thead>
      {entries.map((entry) => (
        <EntryRows key={entry.id} entry={entry} />
      ))}
    </table>
  );
}

function EntryRows({ entry }: Readonly<{ entry: Entry }>) {
  const { language } = useLanguage();
  return (
    <tbody>
      <tr className="entry">
        <th scope="rowgroup" colSpan={6}>
          <Link to={`/ledger/entries/${entry.id}`}>{entry.description}</Link>{' '}
          {entry.description === entry.document.number ? null : <DocumentOf entry={entry} />}
          <span className="quiet">
            <When at={entry.bookedAt} />
          </span>
        </th>
      </tr>
      {entry.lines.map((line, index) => (
        <tr key={index}>
          <td className="mono">{line.account.code}</td>
          <td className={isZero(line.debit) ? 'wide credit' : 'wide'}>
            {line.account.name[language]}
          </td>
          <td className="soft">{line.store ?? ''}</td>
          <td>
            {line.customer === null ? null : (
              <Link to={`/customers/${line.customer.id}`}>{line.customer.name}</Link>
            )}
          </td>
          <td className="num">{isZero(line.debit) ? null : <Amount of={line.debit} />}</td>
          <td className="num">{isZero(line.credit) ? null : <Amount of={line.credit} />}</td>
        </tr>
      ))}
    </tbody>
  );
}

/** The document that was booked: a link to the story that it stands in. */
export function DocumentOf({ entry: { document } }: Readonly<{ entry: Entry }>) {
  const name = <span className="mono">{document.number ?? document.kind}</span>;
  if (document.kind === 'invoice') return <Link to={`/invoices/${document.id}`}>{name}</Link>;
  if (document.saleId !== null) return <Link to={`/sales/${document.saleId}`}>{name}</Link>;
  if (document.kind === 'payment')
    return (
      <Link to="/matching" search={{ payment: document.id }}>
        {name}
      </Link>
    );
  return name;
}
