import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCall, useList } from '../../api/use-call.js';
import { ExportButton } from '../../ui/export-button.js';
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
