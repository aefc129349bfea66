import { useParams } from '@tanstack/react-router';
import type { BodyOf } from '../../api/client.js';
import { useCall } from '../../api/use-call.js';
import { moneyIn, numberIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { money } from '../../ui/format.js';
import { WholeTable } from '../../ui/list-page.js';
import { Page as Frame } from '../../ui/page.js';
import { Loaded } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { shadowWords } from './shadow-words.js';
import './setup.css';

type ShadowSale = BodyOf<'GET /v1/shadow-sales/{saleId}'>;
type Line = ShadowSale['lines'][number];

/** A sale that is kept in shadow: what was sold, how it was paid, what did not fit. */
export function Page() {
  const say = useWords(shadowWords);
  const { storeId, saleId } = useParams({ strict: false }) as { storeId: string; saleId: string };
  const columns = useColumns();
  const sale = useCall('GET /v1/shadow-sales/{saleId}', { params: { saleId } });
  return (
    <Frame
      title={sale.data === undefined ? say('title') : say('sale', { number: sale.data.number })}
      crumb={{ label: say('title'), to: `/stores/${storeId}/shadow` }}
    >
      <Loaded query={sale}>
        {(of) => (
          <div className="body" tabIndex={0} role="region" aria-label={of.number}>
            <Facts of={of} />
            <WholeTable
              title={say('item')}
              exportAs="shadow-sale-lines"
              query={{ ...READ, data: { data: of.lines } }}
              columns={columns}
              keyOf={({ number }) => String(number)}
              none={null}
            />
          </div>
        )}
      </Loaded>
    </Frame>
  );
}

/** The sale itself has been read. */
const READ = { error: null, isError: false, refetch: () => undefined };

function Facts({ of }: Readonly<{ of: ShadowSale }>) {
  const say = useWords(shadowWords);
  return (
    <dl className="facts">
      <dt>{say('till')}</dt>
      <dd>{of.till}</dd>
      <dt>{say('total')}</dt>
      <dd>{money(of.totals.due)}</dd>
      <dt>{say('tax')}</dt>
      <dd>{money(of.totals.tax)}</dd>
      {of.exceptions.map(({ kind, detail }) => (
        <div key={`${kind}${detail}`} style={{ display: 'contents' }}>
          <dt>{say('notFit')}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}

function useColumns(): readonly Column<Line>[] {
  const say = useWords(shadowWords);
  return [
    { id: 'sku', head: 'SKU', className: 'mono', value: ({ sku }) => textIn(sku) },
    { id: 'name', head: say('item'), wide: ({ name }) => name, value: ({ name }) => textIn(name) },
    {
      id: 'quantity',
      head: say('quantity'),
      align: 'num',
      value: ({ quantity }) => numberIn(quantity),
    },
    { id: 'gross', head: say('gross'), align: 'num', value: ({ gross }) => moneyIn(gross) },
    { id: 'tax', head: say('tax'), align: 'num', value: ({ tax }) => moneyIn(tax) },
    { id: 'total', head: say('total'), align: 'num', value: ({ total }) => moneyIn(total) },
  ];
}
