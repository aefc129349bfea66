import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCall, useList } from '../../api/use-call.js';
import { dayIn, moneyIn, textIn, type FileColumn } from '../../ui/cells.js';
import { Download } from '../../ui/download.js';
import { ListBody } from '../../ui/list-page.js';
import { Page as Frame } from '../../ui/page.js';
import { NothingFound } from '../../ui/states.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { DayChoice } from './day-choice.js';
import { Balanced, Entries, type Entry } from './entries.js';
import { ledgerWords } from './ledger-words.js';

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
        </>
      }
      keys={[
        ['[', say('dayBefore')],
        [']', say('dayAfter')],
      ]}
      proof={<Balanced entries={list.rows} />}
    >
      <Take list={list} />
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

type Line = Readonly<{ entry: Entry; line: Entry['lines'][number] }>;

/** Each line of each entry is a row, with the entry that it belongs to. */
function Take({ list }: Readonly<{ list: ReturnType<typeof useList<'GET /v1/journal-entries'>> }>) {
  const say = useWords(ledgerWords);
  const { language } = useLanguage();
  const columns: readonly FileColumn<Line>[] = [
    { id: 'day', head: say('day'), value: ({ entry }) => dayIn(entry.businessDate) },
    { id: 'entry', head: say('entry'), value: ({ entry }) => textIn(entry.description) },
    { id: 'document', head: say('document'), value: ({ entry }) => textIn(documentOf(entry)) },
    { id: 'account', head: say('account'), value: ({ line }) => textIn(line.account.code) },
    {
      id: 'name',
      head: say('accountName'),
      value: ({ line }) => textIn(line.account.name[language]),
    },
    { id: 'store', head: say('store'), value: ({ line }) => textIn(line.store) },
    { id: 'customer', head: say('customer'), value: ({ line }) => textIn(line.customer?.name) },
    { id: 'debit', head: say('debit'), value: ({ line }) => moneyIn(line.debit) },
    { id: 'credit', head: say('credit'), value: ({ line }) => moneyIn(line.credit) },
  ];
  const read = async (most: number) => {
    const { rows: entries, whole } = await list.readAll(most);
    const rows = entries.flatMap((entry) => entry.lines.map((line) => ({ entry, line })));
    return { rows: rows.slice(0, most), whole: whole && rows.length <= most };
  };
  return (
    <Download
      exportAs="journal"
      title={say('journal')}
      columns={columns}
      read={read}
      filters={list.filters}
      isEmpty={list.rows.length === 0}
    />
  );
}

function documentOf({ document }: Entry): string {
  return document.number ?? document.id;
}
