import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useList, type EntryOf } from '../../api/use-call.js';
import { momentIn, numberIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { ListPage } from '../../ui/list-page.js';
import { NothingFound } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { RefusedState, useDoorName, useWhyRefused } from './refused-looks.js';
import { refusedWords } from './refused-words.js';

type Refused = EntryOf<'GET /v1/quarantine'>;

const PAGE = 100;

/** What was sent and could not be accepted: what it was to be, from whom, and why not. */
export function Page() {
  const say = useWords(refusedWords);
  const navigate = useNavigate();
  const { view } = useSearch({ strict: false }) as Readonly<{ view?: string }>;
  const state = view === 'resolved' ? 'resolved' : 'open';
  const list = useList('GET /v1/quarantine', { query: { state, limit: PAGE } });
  const columns = useColumns();
  return (
    <ListPage
      title={say('title')}
      exportAs="refused"
      views={<Views state={state} />}
      list={list}
      columns={columns}
      keyOf={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: addressOf(id) })}
      none={<NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>}
    />
  );
}

function addressOf(id: string): string {
  return `/queue/refused/${id}`;
}

function Views({ state }: Readonly<{ state: 'open' | 'resolved' }>) {
  const say = useWords(refusedWords);
  const current = (one: typeof state) => (one === state ? ('page' as const) : undefined);
  return (
    <nav className="tabs">
      <Link to="/queue" activeOptions={{ exact: true }}>
        {say('queue')}
      </Link>
      <Link
        to="/queue/refused"
        search={{}}
        activeOptions={{ exact: true }}
        aria-current={current('open')}
      >
        {say('open')}
      </Link>
      <Link
        to="/queue/refused"
        search={{ view: 'resolved' }}
        activeOptions={{ exact: true }}
        aria-current={current('resolved')}
      >
        {say('resolved')}
      </Link>
    </nav>
  );
}

function useColumns(): readonly Column<Refused>[] {
  const say = useWords(refusedWords);
  const doorName = useDoorName();
  const whyRefused = useWhyRefused();
  return [
    {
      id: 'door',
      head: say('door'),
      value: ({ door }) => textIn(doorName(door)),
      cell: ({ id, door }) => <Link to={addressOf(id)}>{doorName(door)}</Link>,
    },
    { id: 'by', head: say('by'), value: ({ sentBy }) => textIn(sentBy) },
    { id: 'why', head: say('why'), value: (row) => textIn(whyRefused(row)), wide: whyRefused },
    { id: 'when', head: say('when'), value: ({ receivedAt }) => momentIn(receivedAt) },
    { id: 'size', head: say('size'), align: 'num', value: ({ size }) => numberIn(size) },
    {
      id: 'state',
      head: say('state'),
      value: ({ resolvedAt }) => textIn(say(resolvedAt === null ? 'open' : 'resolved')),
      cell: (row) => <RefusedState {...row} />,
    },
  ];
}
