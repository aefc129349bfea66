import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useList, type EntryOf } from '../../api/use-call.js';
import { useRole, useSession } from '../../shell/session.js';
import { momentIn, moneyIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { PagedTable } from '../../ui/list-page.js';
import { Page as Frame } from '../../ui/page.js';
import { typedMoney } from '../../ui/read-money.js';
import { NothingFound } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { SalesViews } from '../lifecycle/sales-views.js';
import { FindForm, type Found } from './find-form.js';
import { FoundGoods } from './found-goods.js';
import { findWords } from './find-words.js';
import { useTenderText } from './tender-text.js';
import './find.css';

export type FoundSale = EntryOf<'GET /v1/sales'>;

const PAGE = 50;

/** A sale by what somebody at the counter has: the receipt, the card, the day, the amount, the customer. */
export function Page() {
  const say = useWords(findWords);
  const role = useRole();
  const search = textsOf(useSearch({ strict: false }));
  const list = useList('GET /v1/sales', { query: useQuery(search) });
  const navigate = useNavigate();
  const addressOf = useAddress();
  const columns = useColumns();
  const open = (sale: FoundSale) => {
    const to = addressOf(sale);
    if (to !== undefined) void navigate({ to });
  };
  const [first] = list.rows;
  return (
    <Frame
      title={say('title')}
      views={role === 'cashier' ? undefined : <SalesViews at="find" />}
      keys={[
        ['/', say('field')],
        ['j k', say('move')],
        ['Enter', say('opens')],
      ]}
    >
      <FindForm key={JSON.stringify(search)} search={search} />
      <PagedTable
        title={say('title')}
        exportAs="found-sales"
        list={list}
        columns={columns}
        keyOf={({ id }) => id}
        onOpen={open}
        none={<NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>}
      />
      {search.receipt === undefined || first === undefined ? null : <FoundGoods sale={first} />}
    </Frame>
  );
}

/** The texts of an address; a number in it is a text that looks like one. */
function textsOf(search: object): Found {
  const given = Object.entries(search).map(([name, value]) => [name, String(value)] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}

/** What the call knows; whatever else stands in an address is not sent. */
function useQuery({ receipt, day, until, amount, card, customer, store }: Found) {
  const currency = useSession().surroundings.company.currency ?? 'IDR';
  const due = amount === undefined ? undefined : typedMoney(amount, currency).amount;
  return { receipt, day, until, store, customer, amount: due, cardLast4: card, limit: PAGE };
}

/** The page of a sale, for who may see it: staff of a store those of the own one. */
function useAddress(): (sale: FoundSale) => string | undefined {
  const role = useRole();
  const { store } = useSession().surroundings;
  return ({ id, store: of }) => {
    if (store !== null && store.code !== of.code) return undefined;
    return role === 'cashier' ? `/sales/find/${id}` : `/sales/${id}`;
  };
}

function useColumns(): readonly Column<FoundSale>[] {
  const say = useWords(findWords);
  const addressOf = useAddress();
  const tenderText = useTenderText();
  const number = (sale: FoundSale) => {
    const to = addressOf(sale);
    if (to === undefined) return <span className="mono">{sale.number}</span>;
    return (
      <Link to={to} className="mono">
        {sale.number}
      </Link>
    );
  };
  return [
    { id: 'receipt', head: say('receipt'), value: (sale) => textIn(sale.number), cell: number },
    { id: 'sold', head: say('sold'), value: ({ capturedAt }) => momentIn(capturedAt) },
    {
      id: 'store',
      head: say('place'),
      value: ({ store, terminal }) => textIn(`${store.name}, ${terminal}`),
    },
    {
      id: 'customer',
      head: say('who'),
      value: ({ customer }) => textIn(customer?.name ?? say('walkIn')),
      cell: ({ customer }) => customer?.name ?? <span className="quiet">{say('walkIn')}</span>,
    },
    {
      id: 'tenders',
      head: say('paidBy'),
      wide: ({ tenders }) => tenderText(tenders),
      value: ({ tenders }) => textIn(tenderText(tenders)),
    },
    {
      id: 'due',
      head: say('toPay'),
      align: 'num',
      className: 'medium',
      value: ({ due }) => moneyIn(due),
    },
  ];
}
