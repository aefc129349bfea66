import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useCall, useList } from '../../api/use-call.js';
import { useSession } from '../../shell/session.js';
import { amount, moment } from '../../ui/format.js';
import { LiveMark } from '../../ui/live-mark.js';
import { Page as Frame } from '../../ui/page.js';
import { usePlace } from '../../ui/place.js';
import { Loaded, NothingFound } from '../../ui/states.js';
import { useKeys } from '../../ui/use-keys.js';
import { Age } from '../../ui/when.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { AboutCustomer } from './about-customer.js';
import { careWords } from './care-words.js';
import { Decision } from './decision.js';
import { useNextStep } from './next-step.js';
import { queueWords } from './queue-words.js';
import type { WorkItem } from './use-verb.js';
import { WorkIconOf } from './work-icon.js';
import type { WorkGroup } from './work-look.js';
import { lookOf } from './work-looks.js';
import './queue.css';

type Search = Readonly<{
  view?: WorkGroup | undefined;
  kind?: string | undefined;
  item?: string | undefined;
  /** What is given to the person who looks, or what is put off. */
  of?: 'mine' | 'later' | undefined;
}>;

const GROUPS: readonly WorkGroup[] = ['approve', 'money', 'customers', 'shop'];
const PAGE = 100;
const FINANCE = ['arClerk', 'arManager', 'creditController', 'owner', 'auditor'];

/** What waits for a person: one decision a screen, keyboard first. */
export function Page() {
  const say = useWords(queueWords);
  const care = useWords(careWords);
  const search = useSearch({ strict: false }) as Search;
  const queue = useQueue(search);
  const { item, at, isGone, move } = queue;
  useKeys({ j: () => move(1), k: () => move(-1) });
  const { person } = useSession();
  return (
    <Frame
      title={say('title')}
      views={<Views search={search} kinds={queue.kinds} counts={queue.counts} />}
      verbs={
        <>
          <KindFilter search={search} kinds={queue.kinds} />
          <span className="xs quiet nowrap order">{say('order')}</span>
          <LiveMark updatedAt={queue.list.dataUpdatedAt} />
        </>
      }
      keys={[
        ['j k', say('move')],
        ['Enter', say('do')],
        ['t s n', care('care')],
        ['Esc', say('cancel')],
      ]}
    >
      <Loaded query={queue.list} rows={12}>
        {() =>
          item === undefined ? (
            <Nothing
              isFiltered={
                search.kind !== undefined || search.view !== undefined || search.of !== undefined
              }
            />
          ) : (
            <div className="two queue">
              <Lines rows={queue.rows} chosen={item.id} search={search} onEnd={queue.more} />
              <Decision
                key={item.id}
                item={item}
                isGone={isGone}
                place={at < 0 ? '' : say('place', { at: at + 1, total: queue.shownOf })}
                onNext={queue.leave}
              />
              {item.customer === null || !FINANCE.includes(person.role) ? (
                <aside className="side" aria-label={say('about')} />
              ) : (
                <AboutCustomer customer={item.customer} />
              )}
            </div>
          )
        }
      </Loaded>
    </Frame>
  );
}

type Kinds = readonly Readonly<{ kind: string; items: number }>[];

/** The list of the chosen kinds, how many there are, and where one is in it. */
function useQueue(search: Search) {
  const navigate = useNavigate();
  const { list, rows, kinds, counts, shownOf } = useRows(search);
  const { item, isGone } = useItem(rows, search.item);
  const at = rows.findIndex(({ id }) => id === item?.id);
  const open = (next: WorkItem | undefined) =>
    void navigate({
      to: '/queue',
      search: (before: Search) => ({ ...before, item: next?.id }),
      replace: true,
    });
  const move = (step: number) => open(rows[Math.min(rows.length - 1, Math.max(0, at + step))]);
  const leave = () => open(rows[at + 1] ?? (at > 0 ? rows[at - 1] : undefined));
  const more = useCallback(() => {
    if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
  }, [list]);
  return { list, rows, item, at, isGone, move, leave, kinds, counts, shownOf, more };
}

/** What is asked for beside the kinds: what is put off has no counts by kind. */
const OF = { mine: { assignee: 'me' }, later: { show: 'later' } } as const;

function useRows({ view, kind, of }: Search) {
  const counts = useCall('GET /v1/work-queue/counts', {});
  const kinds: Kinds = counts.data?.kinds ?? [];
  const ofView = kinds.filter((one) => view === undefined || lookOf(one.kind).group === view);
  const shown = ofView.filter((one) => kind === undefined || one.kind === kind);
  // A view without work has no kind to ask for: the name of the view is none.
  const ofGroup = view && (ofView.map((one) => one.kind).join(',') || view);
  const list = useList(
    'GET /v1/work-queue',
    { query: { kind: kind ?? ofGroup, limit: PAGE, ...(of && OF[of]) } },
    { enabled: counts.data !== undefined },
  );
  const ofKinds = shown.reduce((sum, one) => sum + one.items, 0);
  const shownOf = of === undefined ? ofKinds : (counts.data?.[of] ?? 0);
  return { list, rows: list.rows, kinds, counts: counts.data, shownOf };
}

/** The item that is looked at: it stays on the screen when it was decided elsewhere. */
function useItem(rows: readonly WorkItem[], wanted: string | undefined) {
  const found = rows.find(({ id }) => id === wanted);
  const [kept, setKept] = useState<WorkItem>();
  const shown = found ?? (wanted === undefined ? rows[0] : undefined);
  useEffect(() => {
    if (shown !== undefined) setKept(shown);
  }, [shown]);
  const isGone = found === undefined && wanted !== undefined && kept?.id === wanted;
  return { item: found ?? (isGone ? kept : rows[0]), isGone };
}

type Counts = Readonly<{ total: number; mine: number; later: number }>;
type ViewsProps = Readonly<{ search: Search; kinds: Kinds; counts: Counts | undefined }>;

function Views({ search: { view, of }, kinds, counts }: ViewsProps) {
  const say = useWords(queueWords);
  const care = useWords(careWords);
  const items = (group: WorkGroup) =>
    kinds
      .filter(({ kind }) => lookOf(kind).group === group)
      .reduce((sum, one) => sum + one.items, 0);
  return (
    <nav className="tabs" aria-label={say('views')}>
      <Link
        to="/queue"
        search={{}}
        aria-current={view === undefined && of === undefined ? 'page' : undefined}
      >
        {say('everything')} <b>{counts?.total}</b>
      </Link>
      {(['mine', 'later'] as const).map((one) => (
        <Link
          key={one}
          to="/queue"
          search={{ of: one }}
          aria-current={of === one ? 'page' : undefined}
        >
          {care(one)} <b>{counts?.[one]}</b>
        </Link>
      ))}
      {GROUPS.map((group) => (
        <Link
          key={group}
          to="/queue"
          search={{ view: group }}
          aria-current={view === group ? 'page' : undefined}
        >
          {say(group)} <b>{items(group)}</b>
        </Link>
      ))}
      <Link to="/queue/refused">{say('refusedPost')}</Link>
    </nav>
  );
}

function KindFilter({ search, kinds }: Readonly<{ search: Search; kinds: Kinds }>) {
  const say = useWords(queueWords);
  const navigate = useNavigate();
  const { language } = useLanguage();
  return (
    <label className="field small">
      <span className="quiet">{say('kind')}</span>
      <select
        value={search.kind ?? ''}
        onChange={({ target: { value } }) =>
          void navigate({ to: '/queue', search: value === '' ? {} : { kind: value } })
        }
      >
        <option value="">{say('allKinds')}</option>
        {kinds.map(({ kind, items }) => (
          <option key={kind} value={kind}>
            {lookOf(kind).words[language]} ({items})
          </option>
        ))}
      </select>
    </label>
  );
}

function Lines({
  rows,
  chosen,
  search,
  onEnd,
}: Readonly<{
  rows: readonly WorkItem[];
  chosen: string;
  search: Search;
  onEnd: () => void;
}>) {
  const say = useWords(queueWords);
  useEffect(() => {
    document.querySelector(`[data-item="${chosen}"]`)?.scrollIntoView({ block: 'nearest' });
    if (rows.at(-1)?.id === chosen) onEnd();
  }, [chosen, rows, onEnd]);
  return (
    <nav
      className="lines"
      aria-label={say('waits')}
      onScroll={({ currentTarget: box }) =>
        box.scrollHeight - box.scrollTop - box.clientHeight < 200 && onEnd()
      }
    >
      {rows.map((row) => (
        <Line key={row.id} row={row} isChosen={row.id === chosen} search={search} />
      ))}
    </nav>
  );
}

function Line({
  row,
  isChosen,
  search,
}: Readonly<{ row: WorkItem; isChosen: boolean; search: Search }>) {
  const { language } = useLanguage();
  const { family, words } = lookOf(row.kind);
  const about = row.customer?.name ?? row.store ?? textOf(row);
  return (
    <Link
      to="/queue"
      search={{ ...search, item: row.id }}
      replace
      className={family}
      data-item={row.id}
      aria-current={isChosen ? 'true' : undefined}
    >
      <WorkIconOf kind={row.kind} />
      <span className={isChosen ? 'cut medium' : 'cut'}>{words[language]}</span>
      <span className="num medium">{row.amount === null ? '' : amount(row.amount)}</span>
      <small className="cut">{about}</small>
      <small className="num">
        <Age since={row.openedAt} />
      </small>
    </Link>
  );
}

/** What stands in place of a customer: the payer, the text of the bank, whoever sent it. */
function textOf({ detail }: WorkItem): string {
  const known = (detail ?? {}) as Readonly<Record<string, unknown>>;
  const text = known['payerName'] ?? known['text'] ?? known['sender'] ?? known['invoice'] ?? '';
  return typeof text === 'string' ? text : '';
}

function Nothing({ isFiltered }: Readonly<{ isFiltered: boolean }>) {
  const say = useWords(queueWords);
  if (isFiltered)
    return (
      <NothingFound
        title={say('nothingHere')}
        verbs={
          <Link to="/queue" search={{}} className="btn small">
            {say('showAll')}
          </Link>
        }
      >
        {say('nothingWhy')}
      </NothingFound>
    );
  return (
    <NothingFound title={say('nothing')}>
      {say('nothingWhy')} <NextOfAll />
    </NothingFound>
  );
}

/** What the books do next by themselves. */
function NextOfAll() {
  const say = useWords(queueWords);
  const place = usePlace();
  const nextStep = useNextStep();
  const next = useCall('GET /v1/lifecycles', {
    query: { stage: 'open', order: 'next', limit: 1 },
  });
  const sale = useMemo(() => next.data?.data[0], [next.data]);
  if (sale === undefined || sale.nextStepAt === null) return null;
  const what = `${nextStep(sale.nextStep)}, ${moment(sale.nextStepAt, place)}`;
  return (
    <Link className="link" to={`/sales/${sale.saleId}`}>
      {say('nextStep', { sale: sale.number, what })}
    </Link>
  );
}
