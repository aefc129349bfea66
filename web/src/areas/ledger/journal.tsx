import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCall, useList, type EntryOf } from '../../api/use-call.js';
import { ExportButton } from '../../ui/export-button.js';
import { isZero } from '../../ui/format.js';
import { Amount } from '../../ui/money.js';
import { ListBody } from '../../ui/list-page.js';
import { NumberHeads } from '../../ui/number-heads.js';
import { Page as Frame, Proof } from '../../ui/page.js';
import { NothingFound } from '../../ui/states.js';
import { When } from '../../ui/when.js';
import { useLanguage } from '../../words/language.js';
import { money } from '../../ui/format.js';
import { useWords } from '../../words/words.js';
import { DayChoice } from './day-choice.js';
import { lessOf, sumOf } from './figures.js';
import { ledgerWords } from './ledger-words.js';

type Entry = EntryOf<'GET /v1/journal-entries'>;

const PAGE = 100;

type Props = Readonly<{ day: string; account: string | undefined; views: ReactNode }>;

/** The journal of a day: each entry with its lines and its document. */
export function Journal({ day, account, views }: Props) {
  const say = useWords(ledgerWords);
  const list = useList('GET /v1/journal-entries', { query: { day, account, limit: PAGE } });
  return (
    <Frame
      title={say('title')}
      views={views}
      verbs={
        <>
          <AccountChoice day={day} account={account} />
          <DayChoice day={day} label={say('day')} />
          <Export day={day} entries={list.rows} />
        </>
      }
      keys={[
        ['[', say('dayBefore')],
        [']', say('dayAfter')],
      ]}
      proof={<Balanced entries={list.rows} />}
    >
      <ListBody label={say('journal')} list={list} none={<NoEntry day={day} />}>
        {(entries) => <Entries entries={entries} />}
      </ListBody>
    </Frame>
  );
}

function NoEntry({ day }: Readonly<{ day: string }>) {
  const say = useWords(ledgerWords);
  const drop = (
    <Link to="/ledger" search={{ view: 'journal', day }} className="btn small">
      {say('drop')}
    </Link>
  );
  return (
    <NothingFound title={say('noEntries')} verbs={drop}>
      {say('noEntriesWhy')}
    </NothingFound>
  );
}

function AccountChoice({ day, account }: Omit<Props, 'views'>) {
  const say = useWords(ledgerWords);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { data } = useCall('GET /v1/reports/trial-balance', { query: { asOf: day } });
  return (
    <span className="field small account-choice">
      <select
        aria-label={say('account')}
        value={account ?? ''}
        onChange={({ target: { value } }) =>
          void navigate({
            to: '/ledger',
            search: { view: 'journal', day, account: value === '' ? undefined : value },
          })
        }
      >
        <option value="">{say('allAccounts')}</option>
        {data?.accounts.map(({ code, name }) => (
          <option key={code} value={code}>
            {`${code} ${name[language]}`}
          </option>
        ))}
      </select>
    </span>
  );
}

function Balanced({ entries }: Readonly<{ entries: readonly Entry[] }>) {
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

function Export({ day, entries }: Readonly<{ day: string; entries: readonly Entry[] }>) {
  const say = useWords(ledgerWords);
  const { language } = useLanguage();
  const head = (
    ['day', 'entry', 'document', 'account', 'accountName', 'store', 'customer'] as const
  )
    .map((key) => say(key))
    .concat([say('debit'), say('credit')]);
  const rows = () => [
    head,
    ...entries.flatMap((entry) =>
      entry.lines.map((line) => [
        entry.businessDate,
        entry.description,
        entry.document.number ?? entry.document.id,
        line.account.code,
        line.account.name[language],
        line.store ?? '',
        line.customer?.number ?? '',
        line.debit.amount,
        line.credit.amount,
      ]),
    ),
  ];
  return <ExportButton name={`journal-${day}`} rows={rows} />;
}

function Entries({ entries }: Readonly<{ entries: readonly Entry[] }>) {
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
          {entry.description === entry.document.number ? null : `${entry.description} `}
          <DocumentOf entry={entry} />
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
function DocumentOf({ entry: { document } }: Readonly<{ entry: Entry }>) {
  const name = <span className="mono">{document.number ?? document.kind}</span>;
  if (document.saleId !== null) return <Link to={`/sales/${document.saleId}`}>{name}</Link>;
  if (document.kind === 'payment')
    return (
      <Link to="/matching" search={{ payment: document.id }}>
        {name}
      </Link>
    );
  return name;
}
