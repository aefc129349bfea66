import { Link } from '@tanstack/react-router';
import type { EntryOf } from '../../api/use-call.js';
import { dayIn, moneyIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { useWords } from '../../words/words.js';
import { lettersWords } from './letters-words.js';

export type SaleRow = EntryOf<'GET /v1/lifecycles'>;

/** Whose letter it is, about which invoice, for how much. */
export function useSaleColumns() {
  const say = useWords(lettersWords);
  const customer: Column<SaleRow> = {
    id: 'customer',
    head: say('customer'),
    value: (row) => textIn(row.customer?.name),
    cell: (row) =>
      row.customer === null ? (
        '\u2013'
      ) : (
        <Link to={`/customers/${row.customer.id}`}>{row.customer.name}</Link>
      ),
  };
  const invoice: Column<SaleRow> = {
    id: 'invoice',
    head: say('invoice'),
    value: (row) => textIn(row.invoiceNumber ?? row.number),
    cell: (row) => (
      <Link to={`/sales/${row.saleId}`} className="mono">
        {row.invoiceNumber ?? row.number}
      </Link>
    ),
  };
  const due: Column<SaleRow> = { id: 'due', head: say('due'), value: ({ dueOn }) => dayIn(dueOn) };
  const open: Column<SaleRow> = {
    id: 'open',
    head: say('open'),
    align: 'num',
    className: 'medium',
    value: (row) => moneyIn(row.open),
  };
  return { customer, invoice, due, open };
}

/** The level of the letter that comes next: `reminder-2` is 2. */
export function levelOf({ nextStep }: SaleRow): number {
  return Number(/^reminder-(\d+)$/.exec(nextStep ?? '')?.[1] ?? '1');
}
