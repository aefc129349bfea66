import { useCall, useCalls } from '../../api/use-call.js';
import type { BodyOf } from '../../api/client.js';
import { Charted, Key } from '../../ui/charted.js';
import { date, money, short, units, type WireMoney } from '../../ui/format.js';
import { Amount } from '../../ui/money.js';
import { usePlace } from '../../ui/place.js';
import { Loaded } from '../../ui/states.js';
import { WhatIs } from '../../ui/what-is.js';
import { useWords } from '../../words/words.js';
import { businessWords } from './business-words.js';
import { of, roundAbove, shareOf, sizeOf, sumOf } from './figures.js';
import { addDays } from './period.js';

type Forecast = BodyOf<'GET /v1/reports/cash-forecast'>;

/** A week that is over: what came in, and what had been expected the evening before it began. */
type Past = Readonly<{ from: string; cameIn: WireMoney; expected: WireMoney }>;

const WEEKS_BACK = [4, 3, 2, 1] as const;
const WEEK_DAYS = 7;
/** What was known at the end of an earlier day does not change any more within a visit. */
const LONG = { live: false, staleMs: 600_000 } as const;

/** When what customers owe will be money, and how right earlier forecasts were. */
export function ForecastPart({ today }: Readonly<{ today: string }>) {
  const say = useWords(businessWords);
  const forecast = useCall('GET /v1/reports/cash-forecast', { query: { limit: 1, weeks: 13 } });
  const past = usePast(today);
  return (
    <Loaded query={forecast} rows={8}>
      {(now) => (
        <Charted
          title={say('forecast')}
          why={say('forecastWhy')}
          what={
            <WhatIs
              name={say('forecast')}
              terms={[{ of: 'figure.forecast', name: say('forecast') }]}
            />
          }
          chart={<Chart now={now} past={past} />}
          keys={<Keys past={past} />}
          table={<Table now={now} past={past} />}
        />
      )}
    </Loaded>
  );
}

function usePast(today: string): readonly Past[] {
  const begins = WEEKS_BACK.map((weeks) => addDays(today, -weeks * WEEK_DAYS));
  const expected = useCalls(
    'GET /v1/reports/cash-forecast',
    begins.map((from) => ({ query: { asOf: addDays(from, -1), weeks: 1, limit: 1 } })),
    LONG,
  );
  const moved = useCalls(
    'GET /v1/reports/collections',
    begins.map((from) => ({ query: { asOf: addDays(from, WEEK_DAYS - 1), days: WEEK_DAYS } })),
    LONG,
  );
  return begins.flatMap((from, index) => {
    const week = expected[index]?.data?.weeks[0];
    const report = moved[index]?.data;
    if (week === undefined || report === undefined) return [];
    const { atBeginning, creditSales, atEnd } = report.receivables;
    const left = units(atEnd) + units(report.writtenOff);
    const cameIn = units(atBeginning) + units(creditSales) - left;
    return [{ from, expected: week.expected, cameIn: of(cameIn, atEnd) }];
  });
}

function Keys({ past }: Readonly<{ past: readonly Past[] }>) {
  const say = useWords(businessWords);
  return (
    <>
      <Key look="in">{say('cameInKey')}</Key>
      <Key look="tick-line">{say('hadExpectedKey')}</Key>
      <Key look="wait">{say('expectedKey')}</Key>
      <Key look="promised">{say('promisedKey')}</Key>
      <MeanError past={past} />
    </>
  );
}

function MeanError({ past }: Readonly<{ past: readonly Past[] }>) {
  const say = useWords(businessWords);
  const cameIn = past.reduce((sum, week) => sum + units(week.cameIn), 0n);
  const off = past.reduce((sum, week) => {
    const error = units(week.expected) - units(week.cameIn);
    return sum + (error < 0n ? -error : error);
  }, 0n);
  const percent = shareOf(off, cameIn);
  if (percent === undefined) return null;
  return <span className="quiet">{say('meanError', { weeks: past.length, percent })}</span>;
}

const WIDTH = 660;
const LEFT = 34;
const FLOOR = 184;
const TOP = 20;

function Chart({ now, past }: Readonly<{ now: Forecast; past: readonly Past[] }>) {
  const say = useWords(businessWords);
  const place = usePlace();
  const sizes = [
    ...past.flatMap((week) => [sizeOf(week.cameIn), sizeOf(week.expected)]),
    ...now.weeks.map((week) => sizeOf(week.expected)),
  ];
  const top = roundAbove(Math.max(...sizes, 0));
  const height = (amount: WireMoney) => (Math.max(0, sizeOf(amount)) / top) * (FLOOR - TOP);
  const slot = (WIDTH - LEFT) / (past.length + now.weeks.length);
  const at = (index: number) => LEFT + index * slot + slot * 0.12;
  const nowAt = LEFT + past.length * slot;
  return (
    <svg className="chart" viewBox="0 0 660 206" role="img" aria-label={say('forecast')}>
      <Scale top={top} like={now.total} />
      {past.map((week, index) => (
        <g key={week.from}>
          <title>
            {`${date(week.from, place)}: ${money(week.cameIn)}; ${say('hadExpectedKey')} ${money(week.expected)}`}
          </title>
          <Bar look="in" x={at(index)} width={slot * 0.76} height={height(week.cameIn)} />
          <path
            className="tick-line"
            d={`M${at(index) - 2} ${FLOOR - height(week.expected)}h${slot * 0.76 + 4}`}
          />
        </g>
      ))}
      {now.weeks.map((week, index) => (
        <g key={week.from}>
          <title>
            {`${date(week.from, place)}: ${money(week.expected)} ${say('expectedKey')}, ${money(week.promised)} ${say('promisedKey')}`}
          </title>
          <Bar
            look="wait"
            x={at(past.length + index)}
            width={slot * 0.76}
            height={height(week.expected)}
          />
          <Bar
            look="promised"
            x={at(past.length + index)}
            width={slot * 0.76}
            height={height(week.promised)}
          />
        </g>
      ))}
      <path className="now-line" d={`M${nowAt} 6V${FLOOR}`} />
      <Days days={[...past, ...now.weeks].map(({ from }) => from)} slot={slot} />
    </svg>
  );
}

function Bar(props: Readonly<{ look: string; x: number; width: number; height: number }>) {
  const { look, x, width, height } = props;
  return <rect className={look} x={x} y={FLOOR - height} width={width} height={height} />;
}

function Scale({ top, like }: Readonly<{ top: number; like: WireMoney }>) {
  return [0, 0.5, 1].map((part) => {
    const y = FLOOR - part * (FLOOR - TOP);
    const label = short(of(BigInt(Math.round(top * part)), like)).replace(/^Rp/, '');
    return (
      <g key={part}>
        <path className="grid-line" d={`M${LEFT} ${y}H${WIDTH}`} />
        <text x={0} y={y + 4}>
          {label}
        </text>
      </g>
    );
  });
}

const EVERY = 4;

function Days({ days, slot }: Readonly<{ days: readonly string[]; slot: number }>) {
  const place = usePlace();
  return days.map((day, index) =>
    index % EVERY === 0 ? (
      <text key={day} x={LEFT + (index + 0.5) * slot} y={202} textAnchor="middle">
        {date(day, place).split(' ').slice(1, 3).join(' ')}
      </text>
    ) : null,
  );
}

function Table({ now, past }: Readonly<{ now: Forecast; past: readonly Past[] }>) {
  const say = useWords(businessWords);
  const place = usePlace();
  return (
    <table className="t plain compact">
      <caption className="hidden">{say('forecast')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('weekOf')}</th>
          <th scope="col">{say('cameIn')}</th>
          <th scope="col">{say('expectedHead')}</th>
          <th scope="col">{say('promised')}</th>
          <th scope="col">{say('error')}</th>
        </tr>
      </thead>
      <tbody>
        {past.map((week) => (
          <tr key={week.from}>
            <th scope="row">{date(week.from, place)}</th>
            <td>
              <Amount of={week.cameIn} />
            </td>
            <td>
              <Amount of={week.expected} />
            </td>
            <td>{'\u2013'}</td>
            <td>
              {shareOf(units(week.expected) - units(week.cameIn), units(week.cameIn)) ?? '\u2013'}
            </td>
          </tr>
        ))}
        {now.weeks.map((week) => (
          <Expected key={week.from} name={date(week.from, place)} of={week.expected}>
            <Amount of={week.promised} />
          </Expected>
        ))}
        <Expected name={say('beyond')} of={now.beyond} />
        <Expected name={say('atRisk')} of={sumOf([now.atRisk.disputed, now.atRisk.placed])} />
        <Expected name={say('total')} of={now.total} />
      </tbody>
    </table>
  );
}

function Expected({
  name,
  of: amount,
  children = '\u2013',
}: Readonly<{ name: string; of: WireMoney; children?: React.ReactNode }>) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{'\u2013'}</td>
      <td>
        <Amount of={amount} />
      </td>
      <td>{children}</td>
      <td>{'\u2013'}</td>
    </tr>
  );
}
