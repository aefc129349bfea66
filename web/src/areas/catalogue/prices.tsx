import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useList, type EntryOf } from '../../api/use-call.js';
import { useSession } from '../../shell/session.js';
import { moneyIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { PagedTable } from '../../ui/list-page.js';
import { Page as Frame } from '../../ui/page.js';
import { SearchField } from '../../ui/search-field.js';
import { NothingFound } from '../../ui/states.js';
import { Status } from '../../ui/status.js';
import { useWords } from '../../words/words.js';
import { AddItem } from './add-item.js';
import { PlanPrice } from './plan-price.js';
import { PriceChanges } from './price-changes.js';
import { pricesWords } from './prices-words.js';
import { PricesViews } from './views.js';

export type Item = EntryOf<'GET /v1/items'>;
/** `list`: changes of one price list. */
type Search = Readonly<{ view?: 'changes'; q?: string; list?: string }>;

const PAGE = 200;

/** Items with their price of today, and the changes that come. */
export function Page() {
  const say = useWords(pricesWords);
  const navigate = useNavigate();
  const { person } = useSession();
  const [isAdding, setAdding] = useState(false);
  const { view, q, list } = useSearch({ strict: false }) as Search;
  const find = (text: string | undefined) =>
    void navigate({ to: '/prices', search: text === undefined ? {} : { q: text } });
  return (
    <Frame
      title={say('title')}
      views={<PricesViews at={view ?? 'items'} />}
      verbs={
        <>
          <SearchField label={say('search')} value={q} onSearch={find} />
          {person.role === 'admin' ? (
            <button type="button" className="btn small" onClick={() => setAdding(true)}>
              {say('add')}
            </button>
          ) : null}
        </>
      }
      keys={[
        ['j k', say('move')],
        ['Enter', say('opens')],
        ['/', say('filter')],
      ]}
    >
      {view === 'changes' ? <PriceChanges list={list} /> : <Items q={q} />}
      {isAdding ? <AddItem onClose={() => setAdding(false)} /> : null}
    </Frame>
  );
}

function Items({ q }: Readonly<{ q: string | undefined }>) {
  const say = useWords(pricesWords);
  const items = useList('GET /v1/items', { query: { q, limit: PAGE } });
  const navigate = useNavigate();
  const [planned, setPlanned] = useState<Item>();
  const columns = useColumns(setPlanned);
  return (
    <>
      <PagedTable
        title={say('title')}
        exportAs="items"
        list={items}
        columns={columns}
        keyOf={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: `/prices/items/${id}` })}
        none={<NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>}
        density="normal"
      />
      {planned === undefined ? null : (
        <PlanPrice item={planned} onClose={() => setPlanned(undefined)} />
      )}
    </>
  );
}

function useColumns(onPlan: (item: Item) => void): readonly Column<Item>[] {
  const say = useWords(pricesWords);
  const { person } = useSession();
  const shown: readonly Column<Item>[] = [
    { id: 'sku', head: say('sku'), className: 'mono', value: ({ sku }) => textIn(sku) },
    {
      id: 'name',
      head: say('name'),
      value: ({ name }) => textIn(name),
      wide: ({ name }) => name,
      cell: ({ id, name }) => <Link to={`/prices/items/${id}`}>{name}</Link>,
    },
    { id: 'category', head: say('category'), value: ({ category }) => textIn(category) },
    { id: 'tax', head: say('tax'), value: ({ taxCode }) => textIn(taxCode) },
    {
      id: 'state',
      head: say('state'),
      value: ({ active }) => textIn(say(active ? 'sold' : 'withdrawn')),
      cell: (item) => <StateOf item={item} />,
    },
    { id: 'unit', head: say('unit'), className: 'soft', value: ({ unit }) => textIn(unit) },
    {
      id: 'price',
      head: say('price', { symbol: 'Rp' }),
      align: 'num',
      className: 'medium',
      value: ({ unitPrice }) => moneyIn(unitPrice),
    },
  ];
  if (person.role !== 'admin') return shown;
  const verbs: Column<Item> = {
    id: 'verbs',
    head: say('verbs'),
    value: null,
    cell: (item) => (
      <button
        type="button"
        className="btn small"
        aria-label={`${say('plan')}, ${item.sku}`}
        onClick={() => onPlan(item)}
      >
        {say('plan')}
      </button>
    ),
  };
  return [...shown, verbs];
}

function StateOf({ item }: Readonly<{ item: Item }>) {
  const say = useWords(pricesWords);
  return item.active ? (
    <Status look={{ shape: 'paid', family: 'in' }}>{say('sold')}</Status>
  ) : (
    <Status look={{ shape: 'off', family: 'off' }}>{say('withdrawn')}</Status>
  );
}
