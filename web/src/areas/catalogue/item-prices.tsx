import { Link } from '@tanstack/react-router';
import type { BodyOf } from '../../api/client.js';
import { useCall } from '../../api/use-call.js';
import { AmountCell } from '../../ui/money.js';
import { Loaded } from '../../ui/states.js';
import { Status, type StatusLook } from '../../ui/status.js';
import { When } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import type { Item } from './item.js';
import { pricesWords } from './prices-words.js';
import { itemWords } from './item-words.js';

type Price = BodyOf<'GET /v1/items/{itemId}/prices'>['data'][number];

const LOOKS: Readonly<Record<Price['state'], StatusLook>> = {
  planned: { shape: 'promised', family: 'wait' },
  inForce: { shape: 'paid', family: 'in' },
  replaced: { shape: 'off', family: 'off' },
};

/** Every price of an item, for everybody and on lists: those that come, hold and were. */
export function ItemPrices({ item }: Readonly<{ item: Item }>) {
  const say = useWords(itemWords);
  const prices = useCall('GET /v1/items/{itemId}/prices', {
    params: { itemId: item.id },
    query: {},
  });
  return (
    <section className="left" aria-labelledby="item-prices">
      <h2 id="item-prices">{say('prices')}</h2>
      <Loaded query={prices}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="quiet">{say('noPrice')}</p>
          ) : (
            <PriceTable prices={data} />
          )
        }
      </Loaded>
    </section>
  );
}

function PriceTable({ prices }: Readonly<{ prices: readonly Price[] }>) {
  const say = useWords(itemWords);
  const ofPrices = useWords(pricesWords);
  return (
    <table className="t compact">
      <caption className="hidden">{say('prices')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('from')}</th>
          <th scope="col">{say('state')}</th>
          <th scope="col">{say('list')}</th>
          <th scope="col" className="wide">
            {say('note')}
          </th>
          <th scope="col" className="num">
            {say('price', { symbol: 'Rp' })}
          </th>
        </tr>
      </thead>
      <tbody>
        {prices.map((price) => (
          <tr key={price.version}>
            <th scope="row">
              <When at={price.effectiveFrom} />
            </th>
            <td>
              <Status look={LOOKS[price.state]}>{say(price.state)}</Status>
            </td>
            <td>{price.priceList ?? say('everybody')}</td>
            <td className="wide" title={price.note}>
              <Link to={`/prices/changes/${price.version}`}>{price.note}</Link>
            </td>
            {price.unitPrice === null ? (
              <td className="num soft">{ofPrices('offList')}</td>
            ) : (
              <AmountCell
                of={price.unitPrice}
                look={price.state === 'replaced' ? 'soft' : 'medium'}
              />
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
