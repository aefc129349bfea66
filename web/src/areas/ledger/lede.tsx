import { Link } from '@tanstack/react-router';
import { useCall } from '../../api/use-call.js';
import { date, decimal, isZero, units, type WireMoney } from '../../ui/format.js';
import { Short } from '../../ui/money.js';
import { usePlace } from '../../ui/place.js';
import { useWords } from '../../words/words.js';
import { businessWords } from './business-words.js';
import { lessOf, shareOf, sumOf } from './figures.js';
import { salesOf, type Span } from './period.js';

type Props = Readonly<{
  spans: Readonly<{ now: Span; before: Span }>;
  store: string | undefined;
  seesFinance: boolean;
}>;

/** The whole page in three sentences; each figure leads down to its documents. */
export function Lede({ spans, store, seesFinance }: Props) {
  return (
    <div className="lede">
      <p>
        <Sold spans={spans} store={store} />
        {seesFinance ? <Owed /> : null}
      </p>
    </div>
  );
}

function Sold({ spans, store }: Omit<Props, 'seesFinance'>) {
  const say = useWords(businessWords);
  const place = usePlace();
  const read = (span: Span) => ({ query: { ...span, store, by: 'store' as const } });
  const now = useCall('GET /v1/reports/margin', read(spans.now)).data?.total;
  const then = useCall('GET /v1/reports/margin', read(spans.before)).data?.total;
  if (now === undefined) return null;
  if (isZero(now.netSales)) return <>{say('noSales')} </>;
  const { marginPercent } = now;
  const margin = marginPercent === null ? '\u2013' : `${decimal(marginPercent)} %`;
  return (
    <>
      <Link to="/sales/find" search={salesOf(spans.now, store)}>
        <Short of={now.netSales} />
      </Link>{' '}
      {say('sold', { margin })}
      {then === undefined || isZero(then.netSales)
        ? ''
        : `, ${compared(say, [now.netSales, then.netSales], beforeName(spans, place))}`}
      .{' '}
    </>
  );
}

/** The days that are compared with, in words. */
export function beforeName({ before }: Props['spans'], place: ReturnType<typeof usePlace>): string {
  const last = date(before.to, place);
  return before.from === before.to ? last : `${date(before.from, place)} \u2013 ${last}`;
}

type Say = ReturnType<typeof useWords<keyof typeof businessWords>>;

function compared(say: Say, [now, then]: readonly [WireMoney, WireMoney], when: string): string {
  const difference = units(now) - units(then);
  if (difference === 0n) return say('same', { when });
  const size = difference < 0n ? -difference : difference;
  const change = shareOf(size, units(then)) ?? '\u2013';
  return say(difference > 0n ? 'more' : 'less', { change, when });
}

function Owed() {
  const say = useWords(businessWords);
  const total = useCall('GET /v1/reports/ageing', { query: { limit: 1 } }).data?.total;
  const forecast = useCall('GET /v1/reports/cash-forecast', { query: { limit: 1, weeks: 13 } });
  const week = forecast.data?.weeks[0];
  if (total === undefined) return null;
  return (
    <>
      {say('owe')}{' '}
      <Link to="/sales" search={{ view: undefined }}>
        <Short of={total.total} />
      </Link>
      ;{' '}
      <Link to="/sales" search={{ standing: 'overdue' }}>
        <Short of={lessOf(total.total, total.notDue)} />
      </Link>{' '}
      {say('overdue')}.{' '}
      {week === undefined ? null : (
        <>
          <Link to="/promises" search={{}}>
            <Short of={sumOf([week.expected])} />
          </Link>{' '}
          {say('expected')}.
        </>
      )}
    </>
  );
}
