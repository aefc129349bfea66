import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useList, type EntryOf } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { StoreChoice } from '../../shell/store-choice.js';
import { numberIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { PagedTable } from '../../ui/list-page.js';
import { Page as Frame } from '../../ui/page.js';
import { NothingFound } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { STORE_KEEPERS } from '../../../../contract/roles.js';
import { CountGoods } from './count-goods.js';
import { Counts } from './counts.js';
import { ReceiveGoods } from './receive-goods.js';
import { stockWords } from './stock-words.js';
import { SuspenseLines } from './suspense.js';

type Level = EntryOf<'GET /v1/stock'>;

const PAGE = 200;

type Search = Readonly<{ question?: string; view?: string }>;

/** What is there, kept for somebody, for sale, and on order; and what was sold that nobody knew. */
export function Page() {
  const say = useWords(stockWords);
  const { question, view } = useSearch({ strict: false }) as Search;
  const [location, setLocation] = useState<string>();
  const [isReceiving, setReceiving] = useState(false);
  const mayReceive = useMayKeep();
  const isStock = view !== 'suspense' && view !== 'counts';
  return (
    <Frame
      title={say('title')}
      views={<Views at={view} />}
      verbs={
        isStock ? (
          <>
            <StoreChoice store={location} onChoose={setLocation} />
            {mayReceive ? (
              <button type="button" className="btn small" onClick={() => setReceiving(true)}>
                {say('receive')}
              </button>
            ) : null}
          </>
        ) : undefined
      }
      keys={[['j k', say('move')]]}
    >
      {isStock ? <Levels location={location} question={question} /> : null}
      {view === 'suspense' ? <SuspenseLines /> : null}
      {view === 'counts' ? <Counts /> : null}
      {isReceiving ? <ReceiveGoods onClose={() => setReceiving(false)} /> : null}
    </Frame>
  );
}

/** What a cashier may not read has no tab. */
function Views({ at }: Readonly<{ at: string | undefined }>) {
  const say = useWords(stockWords);
  if (useRole() === 'cashier') return null;
  const view = (name: 'suspense' | 'counts' | undefined, label: string) => (
    <Link
      to="/stock"
      search={name === undefined ? {} : { view: name }}
      activeOptions={{ exact: true }}
      aria-current={at === name ? 'page' : undefined}
    >
      {label}
    </Link>
  );
  return (
    <nav className="tabs">
      {view(undefined, say('title'))}
      {view('suspense', say('suspense'))}
      {view('counts', say('counts'))}
    </nav>
  );
}

/** Whether the person books goods in and counts them. */
function useMayKeep(): boolean {
  const role = useRole();
  return STORE_KEEPERS.some((one) => one === role);
}

type LevelsProps = Readonly<{ location: string | undefined; question: string | undefined }>;

function Levels({ location, question }: LevelsProps) {
  const say = useWords(stockWords);
  const stock = useList('GET /v1/stock', { query: { location, limit: PAGE } });
  const [counted, setCounted] = useState<Level>();
  const columns = useColumns(setCounted);
  return (
    <>
      {question === undefined ? null : <p className="soft">{say('toEnd')}</p>}
      <PagedTable
        title={say('title')}
        exportAs="stock"
        list={stock}
        columns={columns}
        keyOf={keyOf}
        none={<NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>}
      />
      {counted === undefined ? null : (
        <CountGoods level={counted} question={question} onClose={() => setCounted(undefined)} />
      )}
    </>
  );
}

const keyOf = ({ location, sku }: Level): string => `${location} ${sku}`;

function useColumns(onCount: (level: Level) => void): readonly Column<Level>[] {
  const say = useWords(stockWords);
  const mayCount = useMayKeep();
  const figure = (id: 'onHand' | 'reserved' | 'available' | 'onOrder'): Column<Level> => ({
    id,
    head: say(id),
    align: 'num',
    value: (row) => numberIn(row[id]),
    ...(id === 'available' ? { className: 'medium' } : {}),
  });
  const shown: readonly Column<Level>[] = [
    { id: 'sku', head: say('item'), className: 'mono', value: ({ sku }) => textIn(sku) },
    { id: 'name', head: say('name'), value: ({ name }) => textIn(name), wide: ({ name }) => name },
    { id: 'place', head: say('place'), value: ({ location }) => textIn(location) },
    figure('onHand'),
    figure('reserved'),
    figure('available'),
    figure('onOrder'),
    { id: 'unit', head: say('unit'), className: 'soft', value: ({ unit }) => textIn(unit) },
  ];
  if (!mayCount) return shown;
  const verbs: Column<Level> = {
    id: 'verbs',
    head: say('verbs'),
    value: null,
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
