import { Link, useNavigate } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { useRole } from '../../shell/session.js';
import { moneyIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import type { WireMoney } from '../../ui/format.js';
import { ListPage, SumFoot } from '../../ui/list-page.js';
import { NothingFound } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { promisesWords } from './promises-words.js';

/** What promises and disputes have in common. */
export type Claim = Readonly<{
  id: string;
  amount: WireMoney;
  invoice: Readonly<{ number: string; saleId: string | null; open: WireMoney }>;
  customer: Readonly<{ id: string; name: string }>;
}>;

type Props<Row> = Pick<
  ComponentProps<typeof ListPage<Row>>,
  'exportAs' | 'list' | 'columns' | 'views'
>;

/** A list of promises or disputes; a row opens the story of its sale. */
export function ListFrame<Row extends Claim>(list: Props<Row>) {
  const say = useWords(promisesWords);
  const navigate = useNavigate();
  const open = ({ invoice }: Row) => {
    if (invoice.saleId !== null) void navigate({ to: `/sales/${invoice.saleId}` });
  };
  return (
    <ListPage
      title={say('title')}
      keyOf={({ id }) => id}
      onOpen={open}
      none={<None />}
      foot={<SumFoot amounts={list.list.rows.map(({ amount }) => amount)} />}
      density="normal"
      {...list}
    />
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

/** Whose it is, about which invoice. */
export function useClaimColumns<Row extends Claim>() {
  const say = useWords(promisesWords);
  const customer: Column<Row> = {
    id: 'customer',
    head: say('customer'),
    value: (row) => textIn(row.customer.name),
    cell: (row) => <Link to={`/customers/${row.customer.id}`}>{row.customer.name}</Link>,
  };
  const invoice: Column<Row> = {
    id: 'invoice',
    head: say('invoice'),
    value: (row) => textIn(row.invoice.number),
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
    value: (row) => moneyIn(row.amount),
  };
  const open: Column<Row> = {
    id: 'open',
    head: say('open'),
    align: 'num',
    className: 'soft',
    value: (row) => moneyIn(row.invoice.open),
  };
  return { customer, invoice, amount, open };
}

const WRITERS: readonly string[] = ['arClerk', 'arManager', 'creditController'];

/** Whether this person may change what was promised or disputed. */
export function useMayWrite(): boolean {
  return WRITERS.includes(useRole());
}
