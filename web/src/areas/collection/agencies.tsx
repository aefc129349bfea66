import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useList, type EntryOf } from '../../api/use-call.js';
import { dayIn, moneyIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { ListPage } from '../../ui/list-page.js';
import { NothingFound } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { agenciesWords } from './agencies-words.js';
import { CaseState, WhatCaseStates } from './case-state.js';
import { Scorecards } from './scorecards.js';

const VIEWS = ['open', 'all', 'agencies'] as const;
type View = (typeof VIEWS)[number];
type Search = Readonly<{ view?: View | undefined; agency?: string | undefined }>;
type Case = EntryOf<'GET /v1/placements'>;

const OPEN = 'created,submitted,acknowledged';

/** What is with collection agencies, and how they do. */
export function Page() {
  const search = useSearch({ strict: false }) as Search;
  const view = search.view ?? 'open';
  const views = <Views search={search} />;
  return view === 'agencies' ? (
    <Scorecards views={views} />
  ) : (
    <Cases status={view === 'open' ? OPEN : undefined} agency={search.agency} views={views} />
  );
}

function Views({ search }: Readonly<{ search: Search }>) {
  const say = useWords(agenciesWords);
  const chosen = search.view ?? 'open';
  return (
    <nav className="tabs" aria-label={say('views')}>
      {VIEWS.map((view) => (
        <Link
          key={view}
          to="/agencies"
          search={view === 'agencies' ? { view } : { ...search, view }}
          aria-current={chosen === view ? 'page' : undefined}
        >
          {say(view)}
        </Link>
      ))}
    </nav>
  );
}

type CasesProps = Readonly<{
  status: string | undefined;
  agency: string | undefined;
  views: ReactNode;
}>;

function Cases({ status, agency, views }: CasesProps) {
  const say = useWords(agenciesWords);
  const navigate = useNavigate();
  const list = useList('GET /v1/placements', { query: { status, agency, limit: 100 } });
  const columns = useColumns();
  return (
    <ListPage
      title={say('title')}
      exportAs="agency-cases"
      views={views}
      list={list}
      columns={columns}
      keyOf={({ id }) => id}
      onOpen={({ id }) => void navigate({ to: `/agencies/${id}` })}
      none={<NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>}
    />
  );
}

type Say = ReturnType<typeof useWords<keyof typeof agenciesWords>>;

function moneyColumns(say: Say): readonly Column<Case>[] {
  return [
    {
      id: 'outstanding',
      head: say('outstanding'),
      align: 'num',
      className: 'medium',
      value: ({ balance }) => moneyIn(balance.outstanding),
    },
    {
      id: 'placed',
      head: say('placedMoney'),
      align: 'num',
      className: 'soft',
      value: ({ balance }) => moneyIn(balance.placed),
    },
  ];
}

function useColumns(): readonly Column<Case>[] {
  const say = useWords(agenciesWords);
  return [
    {
      id: 'case',
      head: say('case'),
      value: ({ number }) => textIn(number),
      cell: ({ id, number }) => (
        <Link to={`/agencies/${id}`} className="mono">
          {number}
        </Link>
      ),
    },
    {
      id: 'customer',
      head: say('customer'),
      value: ({ customer }) => textIn(customer.name),
      wide: ({ customer }) => customer.name,
      cell: ({ customer }) => <Link to={`/customers/${customer.id}`}>{customer.name}</Link>,
    },
    {
      id: 'state',
      head: say('state'),
      what: <WhatCaseStates />,
      value: ({ state }) => textIn(say(state)),
      cell: ({ state }) => <CaseState state={state} />,
    },
    { id: 'since', head: say('since'), value: ({ placedOn }) => dayIn(placedOn) },
    { id: 'due', head: say('dueSince'), value: ({ oldestDueOn }) => dayIn(oldestDueOn) },
    {
      id: 'agency',
      head: say('agency'),
      value: ({ agency }) => textIn(agency.name),
      cell: ({ agency }) => (
        <Link to="/agencies" search={{ view: 'all', agency: agency.code }}>
          {agency.name}
        </Link>
      ),
    },
    ...moneyColumns(say),
  ];
}
