import { useCall } from '../../api/use-call.js';
import type { BodyOf } from '../../api/client.js';
import { decimal, units } from '../../ui/format.js';
import { Amount, AmountCell } from '../../ui/money.js';
import { NumberHeads } from '../../ui/number-heads.js';
import { Loaded } from '../../ui/states.js';
import { WhatIs } from '../../ui/what-is.js';
import { useWords } from '../../words/words.js';
import { businessWords } from './business-words.js';
import type { Span } from './period.js';

type Row = BodyOf<'GET /v1/reports/margin'>['rows'][number];

const READ = 200;
const SHOWN_AT_EACH_END = 5;

/** The products that brought the most and the least. */
export function Products({ span, store }: Readonly<{ span: Span; store: string | undefined }>) {
  const say = useWords(businessWords);
  const query = { ...span, store, by: 'product' as const, limit: READ };
  const margins = useCall('GET /v1/reports/margin', { query });
  return (
    <section aria-label={say('products')} tabIndex={0}>
      <header>
        <h2>{say('products')}</h2>
        <WhatIs name={say('margin')} terms={[{ of: 'figure.margin', name: say('margin') }]} />
        <p>{say('productsWhy')}</p>
      </header>
      <Loaded query={margins} rows={6}>
        {({ rows }) => <Table rows={ends(rows)} />}
      </Loaded>
    </section>
  );
}

function ends(rows: readonly Row[]): readonly Row[] {
  const sorted = [...rows].sort((one, other) => (units(one.margin) < units(other.margin) ? 1 : -1));
  if (sorted.length <= 2 * SHOWN_AT_EACH_END) return sorted;
  return [...sorted.slice(0, SHOWN_AT_EACH_END), ...sorted.slice(-SHOWN_AT_EACH_END)];
}

function Table({ rows }: Readonly<{ rows: readonly Row[] }>) {
  const say = useWords(businessWords);
  if (rows.length === 0) return <p className="quiet">{say('noSales')}</p>;
  return (
    <table className="t plain compact">
      <caption className="hidden">{say('products')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('product')}</th>
          <NumberHeads of={(['sales', 'margin', 'percent'] as const).map((head) => say(head))} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row" className="wide" title={row.name ?? undefined}>
              {row.name ?? row.key ?? '\u2013'}
            </th>
            <AmountCell of={row.netSales} />
            <td className={units(row.margin) < 0n ? 'num over' : 'num'}>
              <span className={units(row.margin) < 0n ? 'fg' : undefined}>
                <Amount of={row.margin} />
              </span>
            </td>
            <td className="num">
              {row.marginPercent === null ? '\u2013' : decimal(row.marginPercent)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
