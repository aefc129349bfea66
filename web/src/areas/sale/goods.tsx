import { useCall } from '../../api/use-call.js';
import type { BodyOf } from '../../api/client.js';
import { decimal, isZero, money, moment } from '../../ui/format.js';
import { AmountCell } from '../../ui/money.js';
import { NumberHeads } from '../../ui/number-heads.js';
import { usePlace } from '../../ui/place.js';
import { Loaded } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { findWords } from './find-words.js';
import './find.css';

export type Sale = BodyOf<'GET /v1/sales/{saleId}'>;

/** What was sold, with prices and discounts, and where the goods are. */
export function Goods({ saleId }: Readonly<{ saleId: string }>) {
  const say = useWords(findWords);
  const sale = useCall('GET /v1/sales/{saleId}', { params: { saleId } });
  return (
    <section className="goods-of" aria-label={say('goods')}>
      <Loaded query={sale} rows={2}>
        {(loaded) => (
          <>
            <GoodsHead sale={loaded} />
            <div className="across" tabIndex={0} role="group" aria-label={say('lines')}>
              <Lines sale={loaded} />
            </div>
            <Totals sale={loaded} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function GoodsHead({ sale }: Readonly<{ sale: Sale }>) {
  const say = useWords(findWords);
  const place = usePlace();
  const { delivery, deliveryState } = sale;
  const until = delivery.expiresAt;
  const isKept = deliveryState === 'pending' && until !== null;
  const where = isKept ? say('keptUntil', { at: moment(until, place) }) : say(deliveryState);
  return (
    <div className="row">
      <h2>{say('goods')}</h2>
      {delivery.kind === 'later' ? <span className="soft">{where}</span> : null}
    </div>
  );
}

function Lines({ sale }: Readonly<{ sale: Sale }>) {
  const say = useWords(findWords);
  return (
    <table className="t compact">
      <caption className="hidden">{say('goods')}</caption>
      <thead>
        <tr>
          <th scope="col" className="wide">
            {say('goods')}
          </th>
          <NumberHeads of={[say('quantity'), say('price'), say('discount'), say('total')]} />
        </tr>
      </thead>
      <tbody>
        {sale.lines.map((line) => (
          <tr key={line.number}>
            <td className="wide">
              {line.name} <span className="quiet mono">{line.sku}</span>
              {line.promotions?.map(({ code, name, amount }) => (
                <div key={code} className="soft">
                  {name} {money(amount)}
                </div>
              ))}
            </td>
            <td className="num">
              {decimal(line.quantity)} {line.unit}
            </td>
            <AmountCell of={line.unitPrice} />
            <AmountCell of={line.discount} />
            <AmountCell of={line.total} look="medium" />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Totals({ sale: { totals } }: Readonly<{ sale: Sale }>) {
  const say = useWords(findWords);
  return (
    <p className="totals soft">
      <span>
        {say('tax')} {money(totals.tax)}
      </span>
      {isZero(totals.rounding) ? null : (
        <span>
          {say('rounding')} {money(totals.rounding)}
        </span>
      )}
      <span className="medium">
        {say('due')} {money(totals.due)}
      </span>
    </p>
  );
}
