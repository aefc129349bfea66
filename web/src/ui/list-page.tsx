import type { ReactNode } from 'react';
import { defineWords, useWords } from '../words/words.js';
import type { ExportedList } from '../../../domain/people/list-export.js';
import { DataTable, type Column } from './data-table.js';
import { Download, firstOf, type ReadRows } from './download.js';
import { money, units, type WireMoney } from './format.js';
import { LiveMark } from './live-mark.js';
import { Page } from './page.js';
import { Loaded } from './states.js';

const words = defineWords({
  move: { en: 'move', id: 'pindah' },
  opens: { en: 'open', id: 'buka' },
  more: { en: 'Show more', id: 'Tampilkan lagi' },
  shown: { en: '{n} shown, {sum}', id: '{n} ditampilkan, {sum}' },
});

/** What `useList` answers, as far as a table needs it. */
type List<Row> = Readonly<{
  rows: readonly Row[];
  data: unknown;
  error: unknown;
  isError: boolean;
  refetch: () => unknown;
  dataUpdatedAt: number;
  hasNextPage: boolean;
  isFetching: boolean;
  fetchNextPage: () => unknown;
  /** Its filters and order as a query of an address. */
  filters: string;
  /** Reads it anew to its end, but not more rows than that. */
  readAll: (most: number) => Promise<ReadRows<Row>>;
}>;

type TableProps<Row> = Readonly<{
  title: string;
  /** Under which name the audit trail tells of a download of the list. */
  exportAs: ExportedList;
  list: List<Row>;
  columns: readonly Column<Row>[];
  keyOf: (row: Row) => string;
  onOpen?: (row: Row) => void;
  /** What stands there when the list has no row. */
  none: ReactNode;
  foot?: ReactNode;
  density?: 'compact' | 'normal';
}>;

/** A list that is read page by page as it is scrolled. */
export function PagedTable<Row>({ title, exportAs, list, none, ...table }: TableProps<Row>) {
  const more = () => list.hasNextPage && !list.isFetching && void list.fetchNextPage();
  return (
    <>
      <Download
        exportAs={exportAs}
        title={title}
        columns={table.columns}
        read={list.readAll}
        filters={list.filters}
        isEmpty={list.rows.length === 0}
      />
      <Loaded query={list} rows={12}>
        {() =>
          list.rows.length === 0 ? (
            none
          ) : (
            <DataTable caption={title} rows={list.rows} onEnd={more} {...table} />
          )
        }
      </Loaded>
    </>
  );
}

type PageProps<Row> = TableProps<Row> & Readonly<{ views?: ReactNode; verbs?: ReactNode }>;

/** A page that is one list: its views and live mark in the head, its keys in the foot. */
export function ListPage<Row>({ views, verbs, ...table }: PageProps<Row>) {
  const say = useWords(words);
  return (
    <Page
      title={table.title}
      views={views}
      verbs={
        <>
          <LiveMark updatedAt={table.list.dataUpdatedAt} />
          {verbs}
        </>
      }
      keys={[
        ['j k', say('move')],
        ['Enter', say('opens')],
      ]}
    >
      <PagedTable {...table} />
    </Page>
  );
}

/** The last row of a list: how many are shown, and their sum. */
export function SumFoot({ amounts }: Readonly<{ amounts: readonly WireMoney[] }>) {
  const say = useWords(words);
  const currency = amounts[0]?.currency ?? 'IDR';
  const total = amounts.reduce((sum, amount) => sum + units(amount), 0n);
  const sum = money({ amount: String(total), currency });
  return (
    <tr>
      <th scope="row">{say('shown', { n: amounts.length, sum })}</th>
    </tr>
  );
}

type BodyProps<Row> = Readonly<{
  label: string;
  list: List<Row>;
  none: ReactNode;
  children: (rows: readonly Row[]) => ReactNode;
}>;

/** The body of a page whose list is no table of equal rows: a verb below it reads on. */
export function ListBody<Row>({ label, list, none, children }: BodyProps<Row>) {
  const say = useWords(words);
  return (
    <div className="body" tabIndex={0} role="region" aria-label={label}>
      <Loaded query={list} rows={14}>
        {() => (list.rows.length === 0 ? none : children(list.rows))}
      </Loaded>
      {list.hasNextPage ? (
        <button type="button" className="btn more" onClick={() => void list.fetchNextPage()}>
          {say('more')}
        </button>
      ) : null}
    </div>
  );
}

/** What a call that is not paged answers, as far as a table needs it. */
type Whole<Row> = Readonly<{
  data: Readonly<{ data: readonly Row[] }> | undefined;
  error: unknown;
  isError: boolean;
  refetch: () => unknown;
}>;

type WholeProps<Row> = Omit<TableProps<Row>, 'list'> & Readonly<{ query: Whole<Row> }>;

/** A list that is read at once, such as the few rows of a master. */
export function WholeTable<Row>({ title, exportAs, query, none, ...table }: WholeProps<Row>) {
  const rows = query.data?.data ?? [];
  return (
    <>
      <Download
        exportAs={exportAs}
        title={title}
        columns={table.columns}
        read={firstOf(rows)}
        filters=""
        isEmpty={rows.length === 0}
      />
      <Loaded query={query}>
        {({ data }) =>
          data.length === 0 ? none : <DataTable caption={title} rows={data} {...table} />
        }
      </Loaded>
    </>
  );
}
