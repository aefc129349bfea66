import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useCall, useList, type EntryOf } from '../../api/use-call.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { count, isZero, money, units } from '../../ui/format.js';
import { LiveMark } from '../../ui/live-mark.js';
import { Amount } from '../../ui/money.js';
import { Page as Frame, Proof } from '../../ui/page.js';
import { StandingOf, type Standing } from '../../ui/standing.js';
import { Loaded, NothingFound } from '../../ui/states.js';
import { useKeys } from '../../ui/use-keys.js';
import { useSteadyRows } from '../../ui/use-steady-rows.js';
import { Age, When } from '../../ui/when.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { useNextStep } from './next-step.js';
import { salesWords } from './sales-words.js';
import { Strip } from './strip.js';
import './sales.css';

type Lifecycle = EntryOf<'GET /v1/lifecycles'>;

/** Filters are links: what the list shows is in its address. */
type Search = Readonly<{
  standing?: Standing;
  stage?: 'open';
  q?: string;
  store?: string;
  customer?: string;
}>;

const PAGE = 100;

/** Where every sale stands. */
export function Page() {
  const say = useWords(salesWords);
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Search & { view?: 'all' };
  const { view, standing, ...filters } = search;
  const isAll = view === 'all' || standing !== undefined || filters.q !== undefined;
  const query = {
    ...filters,
    ...(standing === undefined ? {} : { standing }),
    ...(isAll ? {} : { stage: 'open' as const }),
    order: isAll ? ('recent' as const) : ('next' as const),
    limit: PAGE,
  };
  const list = useList('GET /v1/lifecycles', { query });
  const { store, customer } = filters;
  const standings = useCall('GET /v1/lifecycle-standings', { query: { store, customer } });
  const steady = useSteadyRows(list.rows, (row) => row.saleId, JSON.stringify(query));
  const box = useRef<HTMLInputElement>(null);
  const [density, setDensity] = useState<'compact' | 'normal'>('compact');
  useKeys({ '/': () => box.current?.focus(), n: steady.showNew });
  const columns = useColumns();
  const go = (wanted: Search & { view?: 'all' }) => void navigate({ to: '/sales', search: wanted });
  return (
    <Frame
      title={say('title')}
      views={
        <nav className="tabs">
          <Link to="/sales" search={{}} aria-current={isAll ? undefined : 'page'}>
            {say('open')}
          </Link>
          <Link to="/sales" search={{ view: 'all' }} aria-current={view === 'all' ? 'page' : undefined}>
            {say('all')}
          </Link>
        </nav>
      }
      verbs={<LiveMark updatedAt={list.dataUpdatedAt} />}
      keys={[
        ['j k', say('move')],
        ['Enter', say('opens')],
        ['/', say('filter')],
        ['n', say('showNew')],
      ]}
      proof={<LedgerProof />}
    >
      {standings.data === undefined ? null : (
        <Strip standings={standings.data} chosen={standing} />
      )}
      <div className="filters">
        <form
          className="field small"
          role="search"
          onSubmit={(event) => {
            event.preventDefault();
            const q = box.current?.value.trim();
            go({ ...search, ...(q === '' || q === undefined ? { q: undefined } : { q }) } as Search);
          }}
        >
          <input
            ref={box}
            type="search"
            defaultValue={filters.q}
            aria-label={say('search')}
            placeholder={say('search')}
          />
          <kbd>/</kbd>
        </form>
        <StoreFilter chosen={store} onChoose={(code) => go({ ...search, store: code } as Search)} />
        <span className="grow" />
        <span className="seg" role="group" aria-label={say('rows')}>
          {(['compact', 'normal'] as const).map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={density === one}
              onClick={() => setDensity(one)}
            >
              {say(one)}
            </button>
          ))}
        </span>
        {steady.fresh === 0 ? null : (
          <button type="button" className="new-rows" onClick={steady.showNew}>
            {say('fresh', { n: steady.fresh })}
          </button>
        )}
      </div>
      <Loaded query={list} rows={16}>
        {() =>
          steady.rows.length === 0 ? (
            <NothingFound
              title={say('none')}
              verbs={
                <Link to="/sales" search={{}} className="btn small">
                  {say('drop')}
                </Link>
              }
            >
              {say('noneWhy')}
            </NothingFound>
          ) : (
            <DataTable
              caption={say('title')}
              columns={columns}
              rows={steady.rows}
              keyOf={(row) => row.saleId}
              onOpen={(row) => void navigate({ to: `/sales/${row.saleId}` })}
              onEnd={() => list.hasNextPage && !list.isFetching && void list.fetchNextPage()}
              density={density}
              foot={<Foot rows={steady.rows} />}
            />
          )
        }
      </Loaded>
    </Frame>
  );
}

function Foot({ rows }: Readonly<{ rows: readonly Lifecycle[] }>) {
  const say = useWords(salesWords);
  const currency = rows[0]?.open.currency ?? 'IDR';
  const open = rows.reduce((sum, row) => sum + units(row.open), 0n);
  return (
    <tr>
      <th scope="row">{say('shown', { n: rows.length })}</th>
      <td className="num">
        {say('open')} {money({ amount: String(open), currency })}
      </td>
    </tr>
  );
}

function StoreFilter({
  chosen,
  onChoose,
}: Readonly<{ chosen: string | undefined; onChoose: (code: string | undefined) => void }>) {
  const say = useWords(salesWords);
  const stores = useCall('GET /v1/stores', { query: {} }, { live: false });
  if (stores.data === undefined) return null;
  return (
    <label className="field small">
      <span className="quiet">{say('store')}</span>
      <select value={chosen ?? ''} onChange={(event) => onChoose(event.target.value || undefined)}>
        <option value="">{say('allStores')}</option>
        {stores.data.data.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function LedgerProof() {
  const say = useWords(salesWords);
  const { data } = useCall(
    'GET /v1/lifecycle-standings',
    { query: { proof: 'ledger' } },
    { live: false, staleMs: 60_000 },
  );
  if (data === undefined || data.inLedger === null) return null;
  const difference = units(data.open) - units(data.inLedger);
  const shown = money({ amount: String(difference), currency: data.open.currency });
  return (
    <Proof ties={difference === 0n}>
      {say(difference === 0n ? 'ties' : 'tiesNot', { difference: shown })}
    </Proof>
  );
}

function useColumns(): readonly Column<Lifecycle>[] {
  const say = useWords(salesWords);
  const { language } = useLanguage();
  const nextStep = useNextStep();
  const why = (row: Lifecycle) => row.meaning[language];
  const symbol = 'Rp';
  return [
    {
      id: 'sale',
      head: say('sale'),
      cell: (row) => (
        <Link to={`/sales/${row.saleId}`} className="mono">
          {row.number}
        </Link>
      ),
    },
    {
      id: 'customer',
      head: say('customer'),
      cell: (row) =>
        row.customer === null ? (
          <span className="quiet">{say('walkIn')}</span>
        ) : (
          <Link to={`/customers/${row.customer.id}`}>{row.customer.name}</Link>
        ),
    },
    { id: 'stage', head: say('stage'), cell: (row) => <StandingOf standing={row.standing} /> },
    { id: 'for', head: say('for'), align: 'num', cell: (row) => <Age since={row.since} /> },
    {
      id: 'next',
      head: say('comes'),
      wide: why,
      className: 'next-step',
      cell: (row) => (
        <>
          {row.nextStep === null ? null : <b>{nextStep(row.nextStep)}</b>}
          {why(row)}
        </>
      ),
    },
    {
      id: 'when',
      head: say('when'),
      cell: (row) => (row.nextStepAt === null ? '\u2013' : <When at={row.nextStepAt} />),
    },
    {
      id: 'open',
      head: say('openMoney', { symbol }),
      align: 'num',
      cell: (row) => (
        <span className={isZero(row.open) ? undefined : 'medium'}>
          <Amount of={row.open} />
        </span>
      ),
    },
    {
      id: 'total',
      head: say('totalMoney', { symbol }),
      align: 'num',
      className: 'soft',
      cell: (row) => <Amount of={row.total} />,
    },
  ];
}
