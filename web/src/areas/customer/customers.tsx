import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { BodyOf } from '../../api/client.js';
import { useList, type EntryOf } from '../../api/use-call.js';
import { useSession } from '../../shell/session.js';
import { moneyIn, textIn } from '../../ui/cells.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { Download, firstOf } from '../../ui/download.js';
import { isZero, money, ofUnits } from '../../ui/format.js';
import { LiveMark } from '../../ui/live-mark.js';
import { Amount } from '../../ui/money.js';
import { Page as Frame, Proof } from '../../ui/page.js';
import { SearchField } from '../../ui/search-field.js';
import { Loaded, NothingFound } from '../../ui/states.js';
import { useSegmentName } from '../../words/code-words.js';
import { WhatIs } from '../../ui/what-is.js';
import { useWords } from '../../words/words.js';
import { AGES, overdueOf, type CustomerAge } from './ageing-parts.js';
import { AddCustomer } from './change-customer.js';
import { customerWords } from './customer-words.js';
import { CustomerViews } from './views.js';
import '../lifecycle/sales.css';
import './customer.css';

type Search = Readonly<{ view?: 'all' | undefined; q?: string | undefined }>;
type Ageing = BodyOf<'GET /v1/reports/ageing'>;

const PAGE = 200;
const SYMBOL = 'Rp';

/** Who owes what: the call list, most overdue first, and everybody by name. */
export function Page() {
  const say = useWords(customerWords);
  const search = useSearch({ strict: false }) as Search;
  const isAll = search.view === 'all' || search.q !== undefined;
  const ageing = useAgeing();
  return (
    <Frame
      title={say('title')}
      views={<CustomerViews at={isAll ? 'all' : 'callList'} />}
      verbs={
        <>
          <LiveMark updatedAt={ageing.dataUpdatedAt} />
          <AddCustomer />
        </>
      }
      keys={[
        ['j k', say('move')],
        ['Enter', say('opens')],
        ['/', say('filter')],
      ]}
      proof={ageing.data === undefined ? null : <LedgerProof ledger={ageing.data.ledger} />}
    >
      <div className="filters">
        <Search q={search.q} />
      </div>
      {isAll ? (
        <Everybody q={search.q} />
      ) : (
        <Loaded query={ageing} rows={16}>
          {(data) => <CallList rows={data.rows} />}
        </Loaded>
      )}
    </Frame>
  );
}

/** What all customers owe by age; the report comes in pages, and the call list needs them all. */
function useAgeing() {
  const { client } = useSession();
  return useQuery({
    queryKey: ['GET /v1/reports/ageing', 'all pages'],
    queryFn: async () => {
      const rows: CustomerAge[] = [];
      let cursor: string | undefined;
      for (;;) {
        const query = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
        const { body }: { body: Ageing } = await client.call('GET /v1/reports/ageing', { query });
        rows.push(...body.customers);
        if (body.nextCursor === null) return { rows, ledger: body.ledger };
        cursor = body.nextCursor;
      }
    },
    staleTime: 10_000,
    meta: { live: true },
  });
}

function Search({ q }: Readonly<{ q: string | undefined }>) {
  const say = useWords(customerWords);
  const navigate = useNavigate();
  const search = (typed: string | undefined) =>
    void navigate({ to: '/customers', search: typed === undefined ? {} : { q: typed } });
  return <SearchField label={say('search')} value={q} onSearch={search} />;
}

function CallList({ rows }: Readonly<{ rows: readonly CustomerAge[] }>) {
  const say = useWords(customerWords);
  const navigate = useNavigate();
  const late = rows
    .filter(({ buckets }) => overdueOf(buckets) > 0n)
    .toSorted((a, b) => Number(overdueOf(b.buckets) - overdueOf(a.buckets)));
  const columns = useAgeColumns();
  return (
    <>
      <Download
        exportAs="call-list"
        title={say('callList')}
        columns={columns}
        read={firstOf(late)}
        filters=""
        isEmpty={late.length === 0}
      />
      {late.length === 0 ? (
        <NothingFound title={say('noneOverdue')}>{say('noneOverdueWhy')}</NothingFound>
      ) : (
        <DataTable
          caption={say('callList')}
          columns={columns}
          rows={late}
          keyOf={({ customer }) => customer.id}
          onOpen={({ customer }) => void navigate({ to: `/customers/${customer.id}` })}
          foot={<Foot count={late.length} overdue={late} />}
        />
      )}
    </>
  );
}

function Foot({ count, overdue }: Readonly<{ count: number; overdue: readonly CustomerAge[] }>) {
  const say = useWords(customerWords);
  const currency = overdue[0]?.buckets.total.currency ?? 'IDR';
  const sum = overdue.reduce((total, { buckets }) => total + overdueOf(buckets), 0n);
  return (
    <tr>
      <th scope="row">{say('shown', { n: count })}</th>
      <td className="num">{say('overdueChip', { amount: money(ofUnits(sum, currency)) })}</td>
    </tr>
  );
}

function useAgeColumns(): readonly Column<CustomerAge>[] {
  const say = useWords(customerWords);
  const overdue = ({ buckets }: CustomerAge) => ofUnits(overdueOf(buckets), buckets.total.currency);
  return [
    {
      id: 'number',
      head: say('number'),
      className: 'mono',
      value: ({ customer }) => textIn(customer.number),
    },
    {
      id: 'name',
      head: say('customer'),
      value: ({ customer }) => textIn(customer.name),
      wide: ({ customer }) => customer.name,
      cell: ({ customer }) => <Link to={`/customers/${customer.id}`}>{customer.name}</Link>,
    },
    ...AGES.map(({ key }): Column<CustomerAge> => ({
      id: key,
      head: say(key),
      align: 'num',
      value: ({ buckets }) => moneyIn(buckets[key]),
    })),
    {
      id: 'overdue',
      head: say('overdue', { symbol: SYMBOL }),
      align: 'num',
      sorted: 'descending',
      what: (
        <WhatIs
          name={say('overdue', { symbol: SYMBOL })}
          terms={[{ of: 'figure.overdue', name: say('overdue', { symbol: SYMBOL }) }]}
        />
      ),
      value: (row) => moneyIn(overdue(row)),
      cell: (row) => (
        <span className="medium">
          <Amount of={overdue(row)} />
        </span>
      ),
    },
    {
      id: 'open',
      head: say('open', { symbol: SYMBOL }),
      align: 'num',
      className: 'soft',
      value: ({ buckets }) => moneyIn(buckets.total),
    },
  ];
}

/** Finance is shown the whole head of a customer; whoever sells gets less, and not this page. */
type Head = Extract<EntryOf<'GET /v1/customers'>, Readonly<{ riskBand: unknown }>>;

function isHead(row: EntryOf<'GET /v1/customers'>): row is Head {
  return 'riskBand' in row;
}

function Everybody({ q }: Readonly<{ q: string | undefined }>) {
  const say = useWords(customerWords);
  const navigate = useNavigate();
  const query = { limit: PAGE, ...(q === undefined ? {} : { q }) };
  const list = useList('GET /v1/customers', { query });
  const rows = list.rows.filter(isHead);
  const columns = useHeadColumns();
  return (
    <>
      <Download
        exportAs="customers"
        title={say('title')}
        columns={columns}
        read={async (most) => {
          const found = await list.readAll(most);
          return { ...found, rows: found.rows.filter(isHead) };
        }}
        filters={list.filters}
        isEmpty={rows.length === 0}
      />
      <Loaded query={list} rows={16}>
        {() =>
          rows.length === 0 ? (
            <NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>
          ) : (
            <DataTable
              caption={say('title')}
              columns={columns}
              rows={rows}
              keyOf={({ id }) => id}
              onOpen={({ id }) => void navigate({ to: `/customers/${id}` })}
              onEnd={() => list.hasNextPage && !list.isFetching && void list.fetchNextPage()}
            />
          )
        }
      </Loaded>
    </>
  );
}

function useHeadColumns(): readonly Column<Head>[] {
  const say = useWords(customerWords);
  const segmentName = useSegmentName();
  const risk = ({ riskBand, riskScore }: Head) =>
    riskBand === null || riskScore === null ? undefined : say(riskBand, { score: riskScore });
  return [
    { id: 'number', head: say('number'), className: 'mono', value: (row) => textIn(row.number) },
    {
      id: 'name',
      head: say('customer'),
      value: (row) => textIn(row.name),
      wide: (row) => row.name,
      cell: (row) => <Link to={`/customers/${row.id}`}>{row.name}</Link>,
    },
    { id: 'segment', head: say('segment'), value: (row) => textIn(segmentName(row.segment)) },
    {
      id: 'risk',
      head: say('risk'),
      what: <WhatIs name={say('risk')} terms={[{ of: 'figure.risk', name: say('risk') }]} />,
      value: (row) => textIn(risk(row)),
    },
    {
      id: 'overdue',
      head: say('overdue', { symbol: SYMBOL }),
      align: 'num',
      value: (row) => moneyIn(row.overdue),
      cell: (row) => (
        <span className={isZero(row.overdue) ? undefined : 'medium'}>
          <Amount of={row.overdue} />
        </span>
      ),
    },
    {
      id: 'open',
      head: say('open', { symbol: SYMBOL }),
      align: 'num',
      className: 'soft',
      value: (row) => moneyIn(row.open),
    },
  ];
}

function LedgerProof({ ledger }: Pick<Ageing, 'ledger'>) {
  const say = useWords(customerWords);
  const ties = isZero(ledger.difference);
  return (
    <Proof ties={ties}>
      {say(ties ? 'ties' : 'tiesNot', { difference: money(ledger.difference) })}
    </Proof>
  );
}
