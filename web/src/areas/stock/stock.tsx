import { useState } from 'react';
import { useList, type EntryOf } from '../../api/use-call.js';
import { useSession } from '../../shell/session.js';
import type { Column } from '../../ui/data-table.js';
import { PagedTable } from '../../ui/list-page.js';
import { decimal } from '../../ui/format.js';
import { Page as Frame } from '../../ui/page.js';
import { NothingFound } from '../../ui/states.js';
import { defineWords, useWords } from '../../words/words.js';

const words = defineWords({
  title: { en: 'Stock', id: 'Persediaan' },
  item: { en: 'Item', id: 'Barang' },
  name: { en: 'Name', id: 'Nama' },
  place: { en: 'Place', id: 'Tempat' },
  onHand: { en: 'There', id: 'Ada' },
  reserved: { en: 'Kept', id: 'Disimpan' },
  available: { en: 'For sale', id: 'Dapat dijual' },
  onOrder: { en: 'On order', id: 'Dipesan' },
  unit: { en: 'Unit', id: 'Satuan' },
  store: { en: 'Store', id: 'Toko' },
  all: { en: 'all', id: 'semua' },
  none: { en: 'Nothing is kept here', id: 'Tidak ada barang di sini' },
  noneWhy: {
    en: 'Stock comes by a receipt of goods or by an import.',
    id: 'Persediaan masuk lewat penerimaan barang atau impor.',
  },
  move: { en: 'move', id: 'pindah' },
});

type Level = EntryOf<'GET /v1/stock'>;

const PAGE = 200;

/** What is there, kept for somebody, for sale, and on order. */
export function Page() {
  const say = useWords(words);
  const { stores } = useSession().surroundings;
  const [location, setLocation] = useState<string>();
  const stock = useList('GET /v1/stock', { query: { location, limit: PAGE } });
  const columns = useColumns();
  const choice = (
    <label className="field small">
      <span className="quiet">{say('store')}</span>
      <select
        value={location ?? ''}
        onChange={(event) => setLocation(event.target.value || undefined)}
      >
        <option value="">{say('all')}</option>
        {stores.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <Frame
      title={say('title')}
      verbs={stores.length > 1 ? choice : undefined}
      keys={[['j k', say('move')]]}
    >
      <PagedTable
        title={say('title')}
        list={stock}
        columns={columns}
        keyOf={keyOf}
        none={<NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>}
      />
    </Frame>
  );
}

const keyOf = ({ location, sku }: Level): string => `${location} ${sku}`;

function useColumns(): readonly Column<Level>[] {
  const say = useWords(words);
  const figure = (id: 'onHand' | 'reserved' | 'available' | 'onOrder'): Column<Level> => ({
    id,
    head: say(id),
    align: 'num',
    ...(id === 'available' ? { className: 'medium' } : {}),
    cell: (row) => (
      <span className={row[id] === '0' ? 'quiet' : undefined}>{decimal(row[id])}</span>
    ),
  });
  return [
    { id: 'sku', head: say('item'), cell: ({ sku }) => <span className="mono">{sku}</span> },
    { id: 'name', head: say('name'), wide: ({ name }) => name, cell: ({ name }) => name },
    { id: 'place', head: say('place'), cell: ({ location }) => location },
    figure('onHand'),
    figure('reserved'),
    figure('available'),
    figure('onOrder'),
    { id: 'unit', head: say('unit'), cell: ({ unit }) => <span className="soft">{unit}</span> },
  ];
}
