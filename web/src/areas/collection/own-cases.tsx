import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useList, type EntryOf } from '../../api/use-call.js';
import { amount, date, money, ofUnits, units } from '../../ui/format.js';
import { LiveMark } from '../../ui/live-mark.js';
import { Page as Frame } from '../../ui/page.js';
import { usePlace } from '../../ui/place.js';
import { Loaded, NothingFound } from '../../ui/states.js';
import { useKeys } from '../../ui/use-keys.js';
import { useWords } from '../../words/words.js';
import { CaseProof } from './case-balance.js';
import { OwnCase } from './own-case.js';
import { ownWords } from './own-words.js';
import { ReportPanel } from './report-panel.js';
import './own-cases.css';

export type AgencyCase = EntryOf<'GET /v1/agency/placements'>;
type State = AgencyCase['state'];

const GROUPS: readonly Readonly<{
  name: 'toAccept' | 'working' | 'ended';
  states: readonly State[];
}>[] = [
  { name: 'toAccept', states: ['created', 'submitted'] },
  { name: 'working', states: ['acknowledged'] },
  { name: 'ended', states: ['recalled', 'closed', 'rejected'] },
];

const PAGE = 200;

/** What a collection agency works on: its cases left, the one at hand, and the report that comes next. */
export function Page() {
  const say = useWords(ownWords);
  const { list, rows, chosen, move } = useCases();
  useKeys({ j: () => move(1), k: () => move(-1) });
  return (
    <Frame
      title={say('title')}
      verbs={<LiveMark updatedAt={list.dataUpdatedAt} />}
      keys={[
        ['j k', say('move')],
        ['Ctrl Enter', say('send')],
      ]}
      proof={rows.length === 0 ? null : <CaseProof of={rows} />}
    >
      <Loaded query={list} rows={12}>
        {() =>
          chosen === undefined ? (
            <NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>
          ) : (
            <>
              <Sums rows={rows} />
              <div className="three own-cases">
                <Lines rows={rows} chosen={chosen} />
                <OwnCase key={chosen.id} of={chosen} />
                <ReportPanel key={`${chosen.id}/${chosen.lastSequence}`} of={chosen} />
              </div>
            </>
          )
        }
      </Loaded>
    </Frame>
  );
}

function useCases() {
  const navigate = useNavigate();
  const { placementId } = useParams({ strict: false }) as Readonly<{ placementId?: string }>;
  const list = useList('GET /v1/agency/placements', { query: { limit: PAGE } });
  const rows = GROUPS.flatMap(({ states }) =>
    list.rows.filter(({ state }) => states.includes(state)),
  );
  const chosen = rows.find(({ id }) => id === placementId) ?? rows[0];
  const move = (step: number) => {
    const at = rows.findIndex(({ id }) => id === chosen?.id);
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + step))];
    if (next !== undefined) void navigate({ to: `/cases/${next.id}`, replace: true });
  };
  return { list, rows, chosen, move };
}

function Sums({ rows }: Readonly<{ rows: readonly AgencyCase[] }>) {
  const say = useWords(ownWords);
  const open = rows.filter(({ balance }) => units(balance.outstanding) > 0n);
  const currency = open[0]?.balance.outstanding.currency ?? 'IDR';
  const sum = open
    .filter(({ balance }) => balance.outstanding.currency === currency)
    .reduce((total, { balance }) => total + units(balance.outstanding), 0n);
  return (
    <p className="own-sums">
      {say('total', { amount: money(ofUnits(sum, currency)), n: open.length })}
    </p>
  );
}

function Lines({ rows, chosen }: Readonly<{ rows: readonly AgencyCase[]; chosen: AgencyCase }>) {
  const say = useWords(ownWords);
  const place = usePlace();
  return (
    <nav className="lines" aria-label={say('yours')}>
      {GROUPS.map(({ name, states }) => {
        const some = rows.filter(({ state }) => states.includes(state));
        if (some.length === 0) return null;
        return (
          <section key={name} aria-label={say(name)}>
            <h2>
              <span>{say(name)}</span>
              <span>{some.length}</span>
            </h2>
            {some.map((row) => (
              <Link
                key={row.id}
                to={`/cases/${row.id}`}
                replace
                aria-current={row.id === chosen.id ? 'true' : undefined}
              >
                <span className="cut medium">{row.debtor?.name ?? row.number}</span>
                <span className="num medium">{amount(row.balance.outstanding)}</span>
                <small className="cut">{say('placedOn', { day: date(row.placedOn, place) })}</small>
                <small className="num">{row.number}</small>
              </Link>
            ))}
          </section>
        );
      })}
    </nav>
  );
}
