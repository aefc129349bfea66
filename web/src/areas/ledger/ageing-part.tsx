import { Link } from '@tanstack/react-router';
import { useCalls } from '../../api/use-call.js';
import type { BodyOf } from '../../api/client.js';
import { Charted, Key } from '../../ui/charted.js';
import { date, money, short } from '../../ui/format.js';
import { Amount } from '../../ui/money.js';
import { usePlace } from '../../ui/place.js';
import { Loading } from '../../ui/states.js';
import { WhatIs } from '../../ui/what-is.js';
import { useWords } from '../../words/words.js';
import { businessWords } from './business-words.js';
import { sizeOf } from './figures.js';
import { addDays } from './period.js';

type Ageing = BodyOf<'GET /v1/reports/ageing'>;

/** By lightness, so that a grey print keeps the order. */
const BUCKETS = ['notDue', 'days1to30', 'days31to60', 'days61to90', 'over90'] as const;
const WEEKS_BACK = [5, 4, 3, 2, 1, 0] as const;
const WEEK_DAYS = 7;

/** The ends of the last weeks, up to today. */
export function weekEnds(today: string): readonly string[] {
  return WEEKS_BACK.map((weeks) => addDays(today, -weeks * WEEK_DAYS));
}

/** What customers owe by how long it has been due, now and in the weeks before. */
export function AgeingPart({ today }: Readonly<{ today: string }>) {
  const say = useWords(businessWords);
  const days = useCalls(
    'GET /v1/reports/ageing',
    weekEnds(today).map((asOf) => ({ query: { asOf, limit: 1 } })),
    { staleMs: 60_000 },
  ).flatMap(({ data }) => data ?? []);
  if (days.length === 0) return <Loading rows={8} />;
  return (
    <Charted
      title={say('ageing')}
      why={say('ageingWhy')}
      what={<WhatIs name={say('ageing')} terms={[{ of: 'figure.ageing', name: say('ageing') }]} />}
      chart={<Bars days={days} />}
      keys={BUCKETS.map((bucket, index) => (
        <Key key={bucket} look={`age-${index}`}>
          {say(bucket)}
        </Key>
      ))}
      table={<Table days={days} />}
    />
  );
}

const ROW = 32;
const LEFT = 84;
const RIGHT = 580;

function Bars({ days }: Readonly<{ days: readonly Ageing[] }>) {
  const say = useWords(businessWords);
  const place = usePlace();
  const most = Math.max(...days.map(({ total }) => sizeOf(total.total)), 1);
  return (
    <svg
      className="chart"
      viewBox={`0 0 660 ${days.length * ROW}`}
      role="img"
      aria-label={say('ageing')}
    >
      {days.map(({ asOf, total }, row) => {
        let from = LEFT;
        return (
          <g key={asOf}>
            <text x={0} y={row * ROW + 20}>
              {date(asOf, place)}
            </text>
            {BUCKETS.map((bucket, index) => {
              const width = (sizeOf(total[bucket]) / most) * (RIGHT - LEFT);
              const x = from;
              from += width;
              return (
                <rect
                  key={bucket}
                  className={`age-${index}`}
                  x={x}
                  y={row * ROW + 5}
                  width={width}
                  height={ROW - 10}
                >
                  <title>{`${say(bucket)}: ${money(total[bucket])}`}</title>
                </rect>
              );
            })}
            <text className="said" x={from + 6} y={row * ROW + 20}>
              {short(total.total)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function Table({ days }: Readonly<{ days: readonly Ageing[] }>) {
  const say = useWords(businessWords);
  const place = usePlace();
  return (
    <table className="t plain compact">
      <caption className="hidden">{say('ageing')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('day')}</th>
          {BUCKETS.map((bucket) => (
            <th key={bucket} scope="col">
              {say(bucket)}
            </th>
          ))}
          <th scope="col">{say('total')}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ asOf, total }) => (
          <tr key={asOf}>
            <th scope="row">
              <Link to="/sales" search={{ standing: 'overdue' }}>
                {date(asOf, place)}
              </Link>
            </th>
            {[...BUCKETS, 'total' as const].map((bucket) => (
              <td key={bucket}>
                <Amount of={total[bucket]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
