import { decimal } from '../../ui/format.js';
import { AmountCell } from '../../ui/money.js';
import { NumberHeads } from '../../ui/number-heads.js';
import { useWords } from '../../words/words.js';
import type { FoundSale } from './find-sale.js';
import { findWords } from './find-words.js';

/** The lines of a receipt that was looked for, with what came back of each. */
export function FoundGoods({ sale: { number, lines } }: Readonly<{ sale: FoundSale }>) {
  const say = useWords(findWords);
  if (lines === null) return null;
  return (
    <section className="found-goods" aria-label={say('goodsOf', { number })}>
      <h2>{say('goodsOf', { number })}</h2>
      <table className="t compact">
        <caption className="hidden">{say('goodsOf', { number })}</caption>
        <thead>
          <tr>
            <th scope="col" className="wide">
              {say('goods')}
            </th>
            <NumberHeads of={[say('quantity'), say('returned'), say('total')]} />
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.number}>
              <td className="wide">
                {line.name} <span className="quiet mono">{line.sku}</span>
              </td>
              <td className="num">
                {decimal(line.quantity)} {line.unit}
              </td>
              <td className={line.returned === '0' ? 'num quiet' : 'num'}>
                {decimal(line.returned)}
              </td>
              <AmountCell of={line.total} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
