import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useCall, useList } from '../../api/use-call.js';
import { DataTable } from '../../ui/data-table.js';
import { Download } from '../../ui/download.js';
import { money, units } from '../../ui/format.js';
import { StoreChoice } from '../../shell/store-choice.js';
import { LiveMark } from '../../ui/live-mark.js';
import { Page as Frame, Proof } from '../../ui/page.js';
import { SearchField } from '../../ui/search-field.js';
import type { Standing } from '../../ui/standing.js';
import { Loaded, NothingFound } from '../../ui/states.js';
import { useKeys } from '../../ui/use-keys.js';
import { useSteadyRows } from '../../ui/use-steady-rows.js';
import { useWords } from '../../words/words.js';
import { useSalesColumns, type Lifecycle } from './sales-columns.js';
import { salesWords } from './sales-words.js';
import { SalesViews } from './sales-views.js';
import { Strip } from './strip.js';
import './sales.css';

/** Filters are links: what the list shows is in its address. */
type Search = Readonly<{
  view?: 'all' | undefined;
  standing?: Standing | undefined;
  q?: string | undefined;
  store?: string | undefined;
  customer?: string | undefined;
}>;

const PAGE = 100;

/** Where every sale stands. */
export function Page() {
  const say = useWords(salesWords);
  const search = useSearch({ strict: false }) as Search;
  const { list, steady, isAll } = useSales(search);
  const { store, customer, standing } = search;
  const standings = useCall('GET /v1/lifecycle-standings', { query: { store, customer } });
  const [density, setDensity] = useState<Density>('compact');
  const filter = useFilter();
  useKeys({ n: steady.showNew });
  return (
    <Frame
      title={say('title')}
      views={<SalesViews at={isAll ? search.view : 'open'} />}
      verbs={<LiveMark updatedAt={list.dataUpdatedAt} />}
      keys={[
        ['j k', say('move')],
        ['Enter', say('opens')],
        ['/', say('filter')],
        ['n', say('showNew')],
      ]}
      proof={<LedgerProof />}
    >
      {standings.data === undefined ? null : <Strip standings={standings.data} chosen={standing} />}
      <div className="filters">
        <SearchField
          label={say('search')}
          value={search.q}
          onSearch={(q) => filter(search, { q })}
        />
        <StoreFilter search={search} />
        <span className="grow" />
        {steady.fresh === 0 ? null : (
          <button type="button" className="new-rows" onClick={steady.showNew}>
            {say('fresh', { n: steady.fresh })}
          </button>
        )}
        <RowHeight density={density} onChoose={setDensity} />
      </div>
      <SalesList list={list} rows={steady.rows} density={density} />
    </Frame>
  );
}

type ListProps = Readonly<{
  list: ReturnType<typeof useSales>['list'];
  rows: readonly Lifecycle[];
  density: Density;
}>;

function SalesList({ list, rows, density }: ListProps) {
  const say = useWords(salesWords);
  const navigate = useNavigate();
  const columns = useSalesColumns();
  return (
    <>
      <Download
        exportAs="sales"
        title={say('title')}
        columns={columns}
        read={list.readAll}
        filters={list.filters}
        isEmpty={rows.length === 0}
      />
      <Loaded query={list} rows={16}>
        {() =>
          rows.length === 0 ? (
            <NoSale />
          ) : (
            <DataTable
              caption={say('title')}
              columns={columns}
              rows={rows}
              keyOf={keyOf}
              onOpen={(row) => void navigate({ to: `/sales/${row.saleId}` })}
              onEnd={() => list.hasNextPage && !list.isFetching && void list.fetchNextPage()}
              density={density}
              foot={<Foot rows={rows} />}
            />
          )
        }
      </Loaded>
    </>
  );
}

const keyOf = (row: Lifecycle): string => row.saleId;

/** The sales of a search, the soonest next step first; of all sales the latest change first. */
function useSales({ view, standing, q, store, customer }: Search) {
  const isAll = view === 'all' || standing !== undefined || q !== undefined;
  const query = {
    standing,
    q,
    store,
    customer,
    stage: isAll ? undefined : ('open' as const),
    order: isAll ? ('recent' as const) : ('next' as const),
    limit: PAGE,
  };
  const list = useList('GET /v1/lifecycles', { query });
  const steady = useSteadyRows(list.rows, keyOf, JSON.stringify(query));
  return { list, steady, isAll };
}

function NoSale() {
  const say = useWords(salesWords);
  const drop = (
    <Link to="/sales" search={{}} className="btn small">
      {say('drop')}
    </Link>
  );
  return (
    <NothingFound title={say('none')} verbs={drop}>
      {say('noneWhy')}
    </NothingFound>
  );
}

/** Changes one filter and keeps the others: they are the address. */
function useFilter() {
  const navigate = useNavigate();
  return (search: Search, change: Search) => {
    const next = Object.entries({ ...search, ...change }).filter(
      ([, value]) => value !== undefined,
    );
    void navigate({ to: '/sales', search: Object.fromEntries(next) });
  };
}

type Density = 'compact' | 'normal';

function RowHeight({
  density,
  onChoose,
}: Readonly<{ density: Density; onChoose: (density: Density) => void }>) {
  const say = useWords(salesWords);
  return (
    <span className="seg" role="group" aria-label={say('rows')}>
      {(['compact', 'normal'] as const).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={density === one}
          onClick={() => onChoose(one)}
        >
          {say(one)}
        </button>
      ))}
    </span>
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

function StoreFilter({ search }: Readonly<{ search: Search }>) {
  const filter = useFilter();
  return <StoreChoice store={search.store} onChoose={(store) => filter(search, { store })} />;
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
