import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useList, type EntryOf } from '../../api/use-call.js';
import { useSession } from '../../shell/session.js';
import type { Column } from '../../ui/data-table.js';
import { PagedTable } from '../../ui/list-page.js';
import { decimal } from '../../ui/format.js';
import { Page as Frame } from '../../ui/page.js';
import { NothingFound } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { CountGoods } from './count-goods.js';
import { stockWords } from './stock-words.js';

type Level = EntryOf<'GET /v1/stock'>;

const PAGE = 200;

/** What is there, kept for somebody, for sale, and on order. */
export function Page() {
  const say = useWords(stockWords);
  const { stores } = useSession().surroundings;
  const [location, setLocation] = useState<string>();
  const stock = useList('GET /v1/stock', { query: { location, limit: PAGE } });
  const { question } = useSearch({ strict: false }) as Readonly<{ question?: string }>;
  const [counted, setCounted] = useState<Level>();
  const columns = useColumns(setCounted);
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
      {question === undefined ? null : <p className="soft">{say('toEnd')}</p>}
      <PagedTable
        title={say('title')}
        list={stock}
        columns={columns}
        keyOf={keyOf}
        none={<NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>}
      />
      {counted === undefined ? null : (
        <CountGoods level={counted} question={question} onClose={() => setCounted(undefined)} />
      )}
    </Frame>
  );
}

const keyOf = ({ location, sku }: Level): string => `${location} ${sku}`;

function useColumns(onCount: (level: Level) => void): readonly Column<Level>[] {
  const say = useWords(stockWords);
  const { person } = useSession();
  const figure = (id: 'onHand' | 'reserved' | 'available' | 'onOrder'): Column<Level> => ({
    id,
    head: say(id),
    align: 'num',
    ...(id === 'available' ? { className: 'medium' } : {}),
    cell: (row) => (
      <span className={row[id] === '0' ? 'quiet' : undefined}>{decimal(row[id])}</span>
    ),
  });
  const shown: readonly Column<Level>[] = [
    { id: 'sku', head: say('item'), cell: ({ sku }) => <span className="mono">{sku}</span> },
    { id: 'name', head: say('name'), wide: ({ name }) => name, cell: ({ name }) => name },
    { id: 'place', head: say('place'), cell: ({ location }) => location },
    figure('onHand'),
    figure('reserved'),
    figure('available'),
    figure('onOrder'),
    { id: 'unit', head: say('unit'), cell: ({ unit }) => <span className="soft">{unit}</span> },
  ];
  if (person.role !== 'storeManager') return shown;
  const verbs: Column<Level> = {
    id: 'verbs',
    head: <span className="hidden">{say('verbs')}</span>,
    cell: (level) => (
      <button
        type="button"
        className="btn small"
        aria-label={`${say('count')}, ${level.sku}`}
        onClick={() => onCount(level)}
      >
        {say('count')}
      </button>
    ),
  };
  return [...shown, verbs];
}
