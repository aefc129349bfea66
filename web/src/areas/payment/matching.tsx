import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useCall, useList, type EntryOf } from '../../api/use-call.js';
import { useSession } from '../../shell/session.js';
import { amount, money, units } from '../../ui/format.js';
import { LiveMark } from '../../ui/live-mark.js';
import { Page as Frame } from '../../ui/page.js';
import { Loaded, NothingFound } from '../../ui/states.js';
import { useKeys } from '../../ui/use-keys.js';
import { WhatIs } from '../../ui/what-is.js';
import { Day } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import { matchingWords } from './matching-words.js';
import { Workbench } from './workbench.js';
import './matching.css';

export type PaymentHead = EntryOf<'GET /v1/payments'>;

type View = 'applied' | 'reversed';
type Search = Readonly<{
  view?: View | undefined;
  q?: string | undefined;
  payment?: string | undefined;
}>;

const WAITING = 'suggested,held,unapplied';
const PAGE = 100;
const STATES = ['suggested', 'held', 'unapplied', 'applied', 'reversed'] as const;

/** Money that came in and what it pays: the payments that wait left, the workbench beside them. */
export function Page() {
  const say = useWords(matchingWords);
  const search = useSearch({ strict: false }) as Search;
  const { list, rows, chosen, move, leave } = usePayments(search);
  useKeys({ j: () => move(1), k: () => move(-1) });
  return (
    <Frame
      title={say('title')}
      views={<Views view={search.view} />}
      verbs={
        <>
          <SearchField search={search} />
          <LiveMark updatedAt={list.dataUpdatedAt} />
        </>
      }
      keys={[
        ['1 2 3', say('choose')],
        ['Enter', say('book')],
        ['f', say('another')],
        ['j k', say('move')],
        ['z', say('undoKey')],
      ]}
      proof={search.view === undefined ? <NotJoined rows={rows} /> : null}
    >
      <Loaded query={list} rows={12}>
        {() =>
          chosen === undefined ? (
            <Nothing isFiltered={search.q !== undefined || search.view !== undefined} />
          ) : (
            <div className="two matching">
              <Lines rows={rows} chosen={chosen} search={search} />
              <Workbench key={chosen} paymentId={chosen} onBooked={leave} />
            </div>
          )
        }
      </Loaded>
    </Frame>
  );
}

function usePayments({ view, q, payment }: Search) {
  const navigate = useNavigate();
  const list = useList('GET /v1/payments', {
    query: { status: view ?? WAITING, q, limit: PAGE },
  });
  // In groups as the list shows them: suggested first, then what may be a duplicate, then the rest.
  const rows = STATES.flatMap((state) => list.rows.filter(({ status }) => status === state));
  const chosen = payment ?? rows[0]?.id;
  const at = rows.findIndex(({ id }) => id === chosen);
  const open = (next: PaymentHead | undefined) =>
    void navigate({
      to: '/matching',
      search: (before: Search) => ({ ...before, payment: next?.id }),
      replace: true,
    });
  const move = (step: number) => open(rows[Math.min(rows.length - 1, Math.max(0, at + step))]);
  const leave = () => open(rows[at + 1] ?? (at > 0 ? rows[at - 1] : undefined));
  return { list, rows, chosen, move, leave };
}

function Views({ view }: Readonly<{ view: View | undefined }>) {
  const say = useWords(matchingWords);
  const counts = useCall('GET /v1/work-queue/counts', {});
  return (
    <nav className="tabs" aria-label={say('views')}>
      <Link to="/matching" search={{}} aria-current={view === undefined ? 'page' : undefined}>
        {say('forYou')} <b>{counts.data?.payments}</b>
      </Link>
      {(['applied', 'reversed'] as const).map((one) => (
        <Link
          key={one}
          to="/matching"
          search={{ view: one }}
          aria-current={view === one ? 'page' : undefined}
        >
          {say(one)}
        </Link>
      ))}
    </nav>
  );
}

function SearchField({ search }: Readonly<{ search: Search }>) {
  const say = useWords(matchingWords);
  const navigate = useNavigate();
  const box = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => box.current?.focus() });
  return (
    <form
      className="field small"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const q = box.current?.value.trim();
        const view = search.view === undefined ? {} : { view: search.view };
        void navigate({ to: '/matching', search: q ? { ...view, q } : view });
      }}
    >
      <input
        ref={box}
        type="search"
        defaultValue={search.q}
        aria-label={say('find')}
        placeholder={say('find')}
      />
      <kbd>/</kbd>
    </form>
  );
}

function Lines({
  rows,
  chosen,
  search,
}: Readonly<{ rows: readonly PaymentHead[]; chosen: string; search: Search }>) {
  const say = useWords(matchingWords);
  useEffect(() => {
    document.querySelector(`[data-payment="${chosen}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <nav className="lines" aria-label={say('waits')}>
      {STATES.map((state) => {
        const some = rows.filter(({ status }) => status === state);
        if (some.length === 0) return null;
        return (
          <section key={state} aria-label={say(state)}>
            <h2>
              <span>
                {say(state)}{' '}
                <WhatIs name={say(state)} terms={[{ of: `payment.${state}`, name: say(state) }]} />
              </span>
              <span>{some.length}</span>
            </h2>
            {some.map((row) => (
              <Link
                key={row.id}
                to="/matching"
                search={{ ...search, payment: row.id }}
                replace
                data-payment={row.id}
                aria-current={row.id === chosen ? 'true' : undefined}
              >
                <span className="cut medium">{row.payerName ?? say('noPayer')}</span>
                <span className="num medium">{amount(row.unapplied)}</span>
                <small className="cut">{row.customer?.name ?? row.text}</small>
                <small className="num">
                  <Day on={row.valueDate} />
                </small>
              </Link>
            ))}
          </section>
        );
      })}
    </nav>
  );
}

/** What the rows that are shown come to. */
function NotJoined({ rows }: Readonly<{ rows: readonly PaymentHead[] }>) {
  const say = useWords(matchingWords);
  const { surroundings } = useSession();
  const currency = rows[0]?.unapplied.currency ?? surroundings.company.currency ?? 'IDR';
  const ofOne = rows.filter(({ unapplied }) => unapplied.currency === currency);
  const sum = ofOne.reduce((total, { unapplied }) => total + units(unapplied), 0n);
  return (
    <span className="proof-of-rest">
      {say('notJoined', { amount: money({ amount: String(sum), currency }), n: ofOne.length })}
    </span>
  );
}

function Nothing({ isFiltered }: Readonly<{ isFiltered: boolean }>) {
  const say = useWords(matchingWords);
  return (
    <NothingFound
      title={say(isFiltered ? 'noneFound' : 'none')}
      verbs={
        <Link to={isFiltered ? '/matching' : '/bank-files'} search={{}} className="btn small">
          {say(isFiltered ? 'forYou' : 'toFiles')}
        </Link>
      }
    >
      {say('noneWhy')}
    </NothingFound>
  );
}
