import { Link } from '@tanstack/react-router';
import { useCall } from '../../api/use-call.js';
import type { BodyOf } from '../../api/client.js';
import { decimal, units, type WireMoney } from '../../ui/format.js';
import { Amount, AmountCell } from '../../ui/money.js';
import { NumberHeads } from '../../ui/number-heads.js';
import { usePlace } from '../../ui/place.js';
import { Loaded } from '../../ui/states.js';
import { WhatIs } from '../../ui/what-is.js';
import { useWords } from '../../words/words.js';
import { businessWords } from './business-words.js';
import { shareOf } from './figures.js';
import { beforeName } from './lede.js';
import { salesOf, type Span } from './period.js';

type Margin = BodyOf<'GET /v1/reports/margin'>;
type Row = Margin['rows'][number];
type Spans = Readonly<{ now: Span; before: Span }>;

/** Sales and margin of each store, beside the same weekday before. */
export function ByStore({ spans, store }: Readonly<{ spans: Spans; store: string | undefined }>) {
  const say = useWords(businessWords);
  const place = usePlace();
  const read = (span: Span) => ({ query: { ...span, store, by: 'store' as const } });
  const now = useCall('GET /v1/reports/margin', read(spans.now));
  const earlier = useCall('GET /v1/reports/margin', read(spans.before));
  const why = say('byStoreWhy', { when: beforeName(spans, place) });
  return (
    <section aria-label={say('byStore')} tabIndex={0}>
      <header>
        <h2>{say('byStore')}</h2>
        <WhatIs name={say('margin')} terms={[{ of: 'figure.margin', name: say('margin') }]} />
        <p>{why}</p>
      </header>
      <Loaded query={now} rows={4}>
        {(margin) => <Table now={margin} earlier={earlier.data} days={spans.now} />}
      </Loaded>
    </section>
  );
}

type Beside = Readonly<{ now: Margin; earlier: Margin | undefined; days: Span }>;

function Table({ now, earlier, days }: Beside) {
  const say = useWords(businessWords);
  const before = new Map(earlier?.rows.map((row) => [row.key, row.netSales]));
  const known = new Set(now.rows.map(({ key }) => key));
  const gone = earlier?.rows.filter(({ key }) => !known.has(key)).map(silent) ?? [];
  return (
    <table className="t plain">
      <caption className="hidden">{say('byStore')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('store')}</th>
          <NumberHeads
            of={(['sales', 'cost', 'margin', 'percent', 'before', 'change'] as const).map((head) =>
              say(head),
            )}
          />
        </tr>
      </thead>
      <tbody>
        {[...now.rows, ...gone].map((row) => (
          <tr key={row.key}>
            <th scope="row">
              <Link to="/sales/find" search={salesOf(days, row.key ?? undefined)}>
                {row.name ?? row.key ?? '\u2013'}
              </Link>
            </th>
            <Cells row={row} before={before.get(row.key)} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{say('total')}</th>
          <Cells row={now.total} before={earlier?.total.netSales} />
        </tr>
      </tfoot>
    </table>
  );
}

/** A store that sold before and has not sold now. */
function silent(row: Row): Row {
  const nothing = { ...row.netSales, amount: '0' };
  return { ...row, netSales: nothing, costOfGoods: nothing, margin: nothing, marginPercent: null };
}

type Figures = Pick<Row, 'netSales' | 'costOfGoods' | 'margin' | 'marginPercent'>;

function Cells({ row, before }: Readonly<{ row: Figures; before: WireMoney | undefined }>) {
  return (
    <>
      <AmountCell of={row.netSales} look="medium" />
      <AmountCell of={row.costOfGoods} look="soft" />
      <AmountCell of={row.margin} />
      <td className="num">{row.marginPercent === null ? '\u2013' : decimal(row.marginPercent)}</td>
      <td className="num soft">{before === undefined ? '\u2013' : <Amount of={before} />}</td>
      <Change now={row.netSales} before={before} />
    </>
  );
}

function Change({ now, before }: Readonly<{ now: WireMoney; before: WireMoney | undefined }>) {
  if (before === undefined) return <td className="num">{'\u2013'}</td>;
  const difference = units(now) - units(before);
  const share = shareOf(difference, units(before));
  return (
    <td className={`num ${difference < 0n ? 'over' : 'in'}`}>
      <span className="fg">
        {share === undefined ? '\u2013' : `${difference > 0n ? '+' : ''}${share}`}
      </span>
    </td>
  );
}
