import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useRole } from '../../shell/session.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { money, units, type WireMoney } from '../../ui/format.js';
import { LiveMark } from '../../ui/live-mark.js';
import { Amount } from '../../ui/money.js';
import { Page as Frame } from '../../ui/page.js';
import { Loaded, NothingFound } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { promisesWords } from './promises-words.js';

/** What promises and disputes have in common. */
export type Claim = Readonly<{
  id: string;
  amount: WireMoney;
  invoice: Readonly<{ number: string; saleId: string | null; open: WireMoney }>;
  customer: Readonly<{ id: string; name: string }>;
}>;

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
}>;

type Props<Row> = Readonly<{
  list: List<Row>;
  columns: readonly Column<Row>[];
  views: ReactNode;
}>;

/** A list of promises or disputes; a row opens the story of its sale. */
export function ListFrame<Row extends Claim>({ list, columns, views }: Props<Row>) {
  const say = useWords(promisesWords);
  const navigate = useNavigate();
  const open = ({ invoice }: Row) => {
    if (invoice.saleId !== null) void navigate({ to: `/sales/${invoice.saleId}` });
  };
  return (
    <Frame
      title={say('title')}
      views={views}
      verbs={<LiveMark updatedAt={list.dataUpdatedAt} />}
      keys={[
        ['j k', say('move')],
        ['Enter', say('opens')],
      ]}
    >
      <Loaded query={list} rows={12}>
        {() =>
          list.rows.length === 0 ? (
            <None />
          ) : (
            <DataTable
              caption={say('title')}
              columns={columns}
              rows={list.rows}
              keyOf={({ id }) => id}
              onOpen={open}
              onEnd={() => list.hasNextPage && !list.isFetching && void list.fetchNextPage()}
              foot={<Foot rows={list.rows} />}
              density="normal"
            />
          )
        }
      </Loaded>
    </Frame>
  );
}

function None() {
  const say = useWords(promisesWords);
  const sales = (
    <Link to="/sales" search={{ standing: 'overdue' }} className="btn small">
      {say('toSales')}
    </Link>
  );
  return (
    <NothingFound title={say('none')} verbs={sales}>
      {say('noneWhy')}
    </NothingFound>
  );
}

function Foot({ rows }: Readonly<{ rows: readonly Claim[] }>) {
  const say = useWords(promisesWords);
  const currency = rows[0]?.amount.currency ?? 'IDR';
  const total = rows.reduce((sum, { amount }) => sum + units(amount), 0n);
  const shown = money({ amount: String(total), currency });
  return (
    <tr>
      <th scope="row">{say('shown', { n: rows.length, sum: shown })}</th>
    </tr>
  );
}

/** Whose it is, about which invoice. */
export function useClaimColumns<Row extends Claim>() {
  const say = useWords(promisesWords);
  const customer: Column<Row> = {
    id: 'customer',
    head: say('customer'),
    cell: (row) => <Link to={`/customers/${row.customer.id}`}>{row.customer.name}</Link>,
  };
  const invoice: Column<Row> = {
    id: 'invoice',
    head: say('invoice'),
    cell: ({ invoice: { number, saleId } }) =>
      saleId === null ? (
        <span className="mono">{number}</span>
      ) : (
        <Link to={`/sales/${saleId}`} className="mono">
          {number}
        </Link>
      ),
  };
  const amount: Column<Row> = {
    id: 'amount',
    head: say('amount'),
    align: 'num',
    className: 'medium',
    cell: (row) => <Amount of={row.amount} />,
  };
  const open: Column<Row> = {
    id: 'open',
    head: say('open'),
    align: 'num',
    className: 'soft',
    cell: (row) => <Amount of={row.invoice.open} />,
  };
  return { customer, invoice, amount, open };
}

const WRITERS: readonly string[] = ['arClerk', 'arManager', 'creditController'];

/** Whether this person may change what was promised or disputed. */
export function useMayWrite(): boolean {
  return WRITERS.includes(useRole());
}
