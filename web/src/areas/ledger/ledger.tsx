import { Link, useSearch } from '@tanstack/react-router';
import { useRole } from '../../shell/session.js';
import { todayOf } from '../../ui/format.js';
import { usePlace } from '../../ui/place.js';
import { useWords } from '../../words/words.js';
import { AuditTrail } from './audit-trail.js';
import { Journal } from './journal.js';
import { ledgerWords } from './ledger-words.js';
import { Periods } from './periods.js';
import { TrialBalance } from './trial-balance.js';
import './ledger.css';

const VIEWS = ['balance', 'journal', 'periods', 'audit'] as const;
type View = (typeof VIEWS)[number];

/** What the ledger shows is in its address. */
export type LedgerSearch = Readonly<{
  view?: View | undefined;
  day?: string | undefined;
  account?: string | undefined;
  table?: string | undefined;
  row?: string | undefined;
}>;

/** The ledger: balances, journal, periods and who changed what. */
export function Page() {
  const search = useSearch({ strict: false }) as LedgerSearch;
  const today = todayOf(usePlace());
  const day = search.day ?? today;
  const views = <Views search={search} />;
  switch (search.view) {
    case 'journal':
      return <Journal day={day} account={search.account} views={views} />;
    case 'periods':
      return <Periods today={today} views={views} />;
    case 'audit':
      return <AuditTrail table={search.table} row={search.row} views={views} />;
    default:
      return <TrialBalance day={day} views={views} />;
  }
}

function Views({ search }: Readonly<{ search: LedgerSearch }>) {
  const say = useWords(ledgerWords);
  const role = useRole();
  const seesAudit = role === 'owner' || role === 'auditor';
  const chosen = search.view ?? 'balance';
  return (
    <nav className="tabs" aria-label={say('views')}>
      {VIEWS.filter((view) => view !== 'audit' || seesAudit).map((view) => (
        <Link
          key={view}
          to="/ledger"
          search={{ view, day: search.day }}
          aria-current={chosen === view ? 'page' : undefined}
        >
          {say(view)}
        </Link>
      ))}
    </nav>
  );
}
