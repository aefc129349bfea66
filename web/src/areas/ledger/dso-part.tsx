import { useCalls } from '../../api/use-call.js';
import type { BodyOf } from '../../api/client.js';
import { Charted } from '../../ui/charted.js';
import { date, decimal } from '../../ui/format.js';
import { usePlace } from '../../ui/place.js';
import { Loading } from '../../ui/states.js';
import { WhatIs } from '../../ui/what-is.js';
import { useWords } from '../../words/words.js';
import { weekEnds } from './ageing-part.js';
import { businessWords } from './business-words.js';
import { roundAbove } from './figures.js';

type Dso = BodyOf<'GET /v1/reports/dso'>;

/** How many days pass until a sale on account is money, and what of them is delay. */
export function DsoPart({ today }: Readonly<{ today: string }>) {
  const say = useWords(businessWords);
  const days = useCalls(
    'GET /v1/reports/dso',
    weekEnds(today).map((asOf) => ({ query: { asOf } })),
    { staleMs: 60_000 },
  ).flatMap(({ data }) => data ?? []);
  if (days.length === 0) return <Loading rows={8} />;
  return (
    <Charted
      title={say('dso')}
      why={say('dsoWhy')}
      what={<WhatDso />}
      chart={<Lines days={days} />}
      table={<Table days={days} />}
    />
  );
}

function WhatDso() {
  const say = useWords(businessWords);
  const terms = [
    { of: 'figure.dso', name: say('dsoHead') },
    { of: 'figure.bestDso', name: say('atBest') },
    { of: 'figure.delay', name: say('delay') },
  ] as const;
  return <WhatIs name={say('dso')} terms={terms} />;
}

const FLOOR = 150;
const TOP = 20;
const LEFT = 30;
const RIGHT = 500;

/** For heights only. */
const sizeOf = (days: string | null) => Number(days ?? '0');

function Lines({ days }: Readonly<{ days: readonly Dso[] }>) {
  const say = useWords(businessWords);
  const place = usePlace();
  const top = roundAbove(Math.max(...days.map(({ dso }) => sizeOf(dso)), 1));
  const y = (value: string | null) => FLOOR - (sizeOf(value) / top) * (FLOOR - TOP);
  const x = (index: number) => LEFT + (index / Math.max(1, days.length - 1)) * (RIGHT - LEFT);
  const line = (figure: 'dso' | 'bestPossibleDso') =>
    days.map((day, index) => `${x(index)},${y(day[figure])}`).join(' ');
  const last = days.at(-1);
  return (
    <svg className="chart" viewBox="0 0 660 174" role="img" aria-label={say('dso')}>
      {[0, 0.5, 1].map((part) => (
        <g key={part}>
          <path className="grid-line" d={`M${LEFT} ${FLOOR - part * (FLOOR - TOP)}H${RIGHT}`} />
          <text x={24} y={FLOOR + 4 - part * (FLOOR - TOP)} textAnchor="end">
            {decimal(String(top * part))}
          </text>
        </g>
      ))}
      <polyline className="line-over" points={line('dso')} />
      <polyline className="line-best" points={line('bestPossibleDso')} />
      {last === undefined ? null : <Said last={last} y={y} />}
      {days.map(({ asOf }, index) =>
        index % 2 === 1 ? (
          <text key={asOf} x={x(index)} y={170} textAnchor="middle">
            {date(asOf, place).split(' ').slice(1, 3).join(' ')}
          </text>
        ) : null,
      )}
    </svg>
  );
}

/** Two labels never lie on each other. */
const APART = 16;

function Said({ last, y }: Readonly<{ last: Dso; y: (value: string | null) => number }>) {
  const say = useWords(businessWords);
  const high = y(last.dso);
  const low = Math.max(y(last.bestPossibleDso), high + APART);
  return (
    <>
      <text className="said" x={RIGHT + 10} y={high + 4}>
        {`${say('dsoHead')} ${days1(last.dso)}`}
      </text>
      <text x={RIGHT + 10} y={low + 4}>
        {`${say('atBest')} ${days1(last.bestPossibleDso)}`}
      </text>
    </>
  );
}

const days1 = (value: string | null) => (value === null ? '\u2013' : decimal(value));

function Table({ days }: Readonly<{ days: readonly Dso[] }>) {
  const say = useWords(businessWords);
  const place = usePlace();
  return (
    <table className="t plain compact">
      <caption className="hidden">{say('dso')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('day')}</th>
          <th scope="col">{say('dsoHead')}</th>
          <th scope="col">{say('atBest')}</th>
          <th scope="col">{say('delay')}</th>
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day.asOf}>
            <th scope="row">{date(day.asOf, place)}</th>
            <td>{days1(day.dso)}</td>
            <td>{days1(day.bestPossibleDso)}</td>
            <td>{days1(day.averageDaysDelinquent)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
