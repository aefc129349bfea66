import { useState } from 'react';
import { useList, type EntryOf } from '../../api/use-call.js';
import { momentIn, moneyIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { decimal } from '../../ui/format.js';
import { PagedTable } from '../../ui/list-page.js';
import { NothingFound } from '../../ui/states.js';
import { Status, type StatusLook } from '../../ui/status.js';
import { useWords } from '../../words/words.js';
import { countsWords } from './counts-words.js';
import { OneCount } from './one-count.js';

export type Count = EntryOf<'GET /v1/stock-counts'>;

const PAGE = 100;

/** Counts of goods, the latest first; one that waits is decided where its lines are read. */
export function Counts() {
  const say = useWords(countsWords);
  const list = useList('GET /v1/stock-counts', { query: { limit: PAGE } });
  const [shown, setShown] = useState<string>();
  const columns = useColumns(setShown);
  const count = list.rows.find(({ id }) => id === shown);
  return (
    <>
      <PagedTable
        title={say('title')}
        exportAs="stock-counts"
        list={list}
        columns={columns}
        keyOf={({ id }) => id}
        onOpen={({ id }) => setShown(id)}
        none={<NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>}
      />
      {count === undefined ? null : <OneCount count={count} onClose={() => setShown(undefined)} />}
    </>
  );
}

const LOOKS: Readonly<Record<Count['state'], StatusLook>> = {
  requested: { shape: 'captured', family: 'wait' },
  booked: { shape: 'paid', family: 'in' },
  rejected: { shape: 'cancelled', family: 'off' },
};

export function CountState({ state }: Pick<Count, 'state'>) {
  const say = useWords(countsWords);
  return <Status look={LOOKS[state]}>{say(state)}</Status>;
}

/** `Kopi 38 of 40, Teh 3 of 2`. */
function goodsOf(say: ReturnType<typeof useWords<keyof typeof countsWords>>, count: Count) {
  return count.lines
    .map(({ name, counted, expected }) =>
      say('ofThem', { name, counted: decimal(counted), expected: decimal(expected) }),
    )
    .join(', ');
}

function useColumns(onShow: (id: string) => void): readonly Column<Count>[] {
  const say = useWords(countsWords);
  return [
    { id: 'when', head: say('when'), value: ({ requestedAt }) => momentIn(requestedAt) },
    { id: 'place', head: say('place'), value: ({ location }) => textIn(location) },
    {
      id: 'goods',
      head: say('goods'),
      wide: (count) => goodsOf(say, count),
      value: (count) => textIn(goodsOf(say, count)),
    },
    { id: 'worth', head: say('worth'), align: 'num', value: ({ worth }) => moneyIn(worth) },
    { id: 'by', head: say('by'), value: ({ requestedBy }) => textIn(requestedBy) },
    {
      id: 'state',
      head: say('state'),
      value: ({ state }) => textIn(say(state)),
      cell: ({ state }) => <CountState state={state} />,
    },
    {
      id: 'verbs',
      head: say('verbs'),
      value: null,
      cell: ({ id, location, requestedBy }) => (
        <button
          type="button"
          className="btn small"
          aria-label={`${say('open')}, ${location}, ${requestedBy}`}
          onClick={() => onShow(id)}
        >
          {say('open')}
        </button>
      ),
    },
  ];
}
