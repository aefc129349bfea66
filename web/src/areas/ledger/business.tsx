import { IconPrinter } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCall } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { StoreChoice } from '../../shell/store-choice.js';
import { money, units } from '../../ui/format.js';
import { LiveMark } from '../../ui/live-mark.js';
import { Page as Frame, Proof } from '../../ui/page.js';
import { usePlace } from '../../ui/place.js';
import { todayOf } from '../../ui/format.js';
import { useWords } from '../../words/words.js';
import { AgeingPart } from './ageing-part.js';
import { businessWords } from './business-words.js';
import { ByStore } from './by-store.js';
import { DsoPart } from './dso-part.js';
import { ForecastPart } from './forecast-part.js';
import { Lede } from './lede.js';
import { PERIODS, spansOf, type PeriodName } from './period.js';
import { Products } from './products.js';
import { Stuck } from './stuck.js';
import './business.css';

type Search = Readonly<{ period?: PeriodName | undefined; store?: string | undefined }>;

/** What the business brings, what is stuck, and what money is to be expected. */
export function Page() {
  const say = useWords(businessWords);
  const search = useSearch({ strict: false }) as Search;
  const period = search.period ?? 'today';
  const store = search.store;
  const today = todayOf(usePlace());
  const spans = spansOf(period, today);
  const seesFinance = useRole() !== 'storeManager';
  const now = useCall('GET /v1/reports/margin', { query: { ...spans.now, store, by: 'store' } });
  return (
    <Frame
      title={say('title')}
      views={<Periods search={search} />}
      verbs={
        <>
          <LiveMark updatedAt={now.dataUpdatedAt} />
          <StoreOf search={search} />
          <button type="button" className="btn small" onClick={() => window.print()}>
            <IconPrinter className="i" />
            {say('print')}
          </button>
        </>
      }
      keys={[['Ctrl P', say('print')]]}
      proof={<BooksProof seesFinance={seesFinance} margin={now.data} />}
    >
      <div className="body" tabIndex={0} role="region" aria-label={say('figures')}>
        <Lede spans={spans} store={store} seesFinance={seesFinance} />
        <div className="figures">
          <ByStore spans={spans} store={store} />
          <Stuck store={store} />
          {seesFinance ? (
            <>
              <ForecastPart today={today} />
              <AgeingPart today={today} />
              <DsoPart today={today} />
            </>
          ) : null}
          <Products span={spans.now} store={store} />
        </div>
      </div>
    </Frame>
  );
}

function Periods({ search }: Readonly<{ search: Search }>) {
  const say = useWords(businessWords);
  const chosen = search.period ?? 'today';
  return (
    <nav className="tabs" aria-label={say('period')}>
      {PERIODS.map((period) => (
        <Link
          key={period}
          to="/business"
          search={{ ...search, period }}
          aria-current={chosen === period ? 'page' : undefined}
        >
          {say(period)}
        </Link>
      ))}
    </nav>
  );
}

function StoreOf({ search }: Readonly<{ search: Search }>) {
  const navigate = useNavigate();
  const choose = (chosen: string | undefined) => {
    const { store: _, ...rest } = search;
    const next = chosen === undefined ? rest : { ...rest, store: chosen };
    void navigate({ to: '/business', search: next });
  };
  return <StoreChoice store={search.store} onChoose={choose} />;
}

type MarginBody = Readonly<{
  ledger: Readonly<{ difference: Readonly<{ amount: string; currency: string }> }> | null;
}>;

/** Margin and receivables are made from documents; both must be what the journal says. */
function BooksProof({
  seesFinance,
  margin,
}: Readonly<{ seesFinance: boolean; margin: MarginBody | undefined }>) {
  const say = useWords(businessWords);
  const ageing = useCall(
    'GET /v1/reports/ageing',
    { query: { limit: 1 } },
    { enabled: seesFinance, staleMs: 60_000 },
  );
  const first = margin?.ledger?.difference;
  const second = ageing.data?.ledger.difference;
  if (first === undefined || (seesFinance && second === undefined)) return null;
  const off = units(first) !== 0n ? first : (second ?? first);
  const ties = units(off) === 0n;
  const tied = seesFinance ? 'ties' : 'atStore';
  return <Proof ties={ties}>{say(ties ? tied : 'tiesNot', { difference: money(off) })}</Proof>;
}
