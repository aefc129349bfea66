import { Link } from '@tanstack/react-router';
import { useList, type EntryOf } from '../../api/use-call.js';
import { dayIn, moneyIn, textIn, type FileColumn } from '../../ui/cells.js';
import { Download, firstOf } from '../../ui/download.js';
import { money, ofUnits, units } from '../../ui/format.js';
import { AmountCell } from '../../ui/money.js';
import { StandingOf, standingWords } from '../../ui/standing.js';
import { Day, When } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import { useNextStep } from '../lifecycle/next-step.js';
import type { Statement } from './customer-facts.js';
import { customerWords } from './customer-words.js';

type Item = Statement['items'][number];
type Life = EntryOf<'GET /v1/lifecycles'>;

const LIVES_MAX = 200;
const SYMBOL = 'Rp';

/** What is open, the longest due first, with what comes next about each. */
export function CustomerItems({ statement }: Readonly<{ statement: Statement }>) {
  const say = useWords(customerWords);
  const lives = useList('GET /v1/lifecycles', {
    query: { customer: statement.customer.id, stage: 'open', limit: LIVES_MAX },
  });
  const lifeOf = (item: Item) =>
    lives.rows.find((life) => life.invoiceNumber === item.invoiceNumber);
  const items = statement.items.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  return (
    <>
      <h2>{say('items')}</h2>
      <TakeItems items={items} lifeOf={lifeOf} customer={statement.customer.number} />
      <table className="t compact">
        <caption className="hidden">{say('items')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('invoice')}</th>
            <th scope="col">{say('due')}</th>
            <th scope="col">{say('status')}</th>
            <th scope="col" className="wide">
              {say('comes')}
            </th>
            <th scope="col" className="num">
              {say('itemMoney', { symbol: SYMBOL })}
            </th>
            <th scope="col" className="num">
              {say('open', { symbol: SYMBOL })}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <ItemRow key={item.openItem} item={item} life={lifeOf(item)} />
          ))}
        </tbody>
        <tfoot>
          {statement.totals.map((total) => (
            <tr key={total.currency}>
              <th scope="row" colSpan={4}>
                {say('itemsTotal', {
                  n: items.filter(({ open }) => open.currency === total.currency).length,
                  unapplied: money(total.unapplied),
                })}
              </th>
              <AmountCell of={ofUnits(sumOf(items, total.currency), total.currency)} />
              <AmountCell of={total.open} />
            </tr>
          ))}
        </tfoot>
      </table>
    </>
  );
}

type TakeProps = Readonly<{
  items: readonly Item[];
  lifeOf: (item: Item) => Life | undefined;
  customer: string;
}>;

function TakeItems({ items, lifeOf, customer }: TakeProps) {
  const say = useWords(customerWords);
  const standingOf = useWords(standingWords);
  const nextStep = useNextStep();
  const columns: readonly FileColumn<Item>[] = [
    { id: 'invoice', head: say('invoice'), value: ({ invoiceNumber }) => textIn(invoiceNumber) },
    { id: 'due', head: say('due'), value: ({ dueOn }) => dayIn(dueOn) },
    {
      id: 'status',
      head: say('status'),
      value: (item) => {
        const life = lifeOf(item);
        return textIn(life === undefined ? null : standingOf(life.standing));
      },
    },
    {
      id: 'comes',
      head: say('comes'),
      value: (item) => {
        const life = lifeOf(item);
        return textIn(life === undefined ? null : nextStep(life.nextStep));
      },
    },
    {
      id: 'amount',
      head: say('itemMoney', { symbol: SYMBOL }),
      value: ({ amount }) => moneyIn(amount),
    },
    { id: 'open', head: say('open', { symbol: SYMBOL }), value: ({ open }) => moneyIn(open) },
  ];
  return (
    <Download
      exportAs="customer-items"
      title={say('items')}
      columns={columns}
      read={firstOf(items)}
      filters={`customer=${customer}`}
      isEmpty={items.length === 0}
    />
  );
}

function sumOf(items: readonly Item[], currency: string): bigint {
  return items
    .filter(({ amount }) => amount.currency === currency)
    .reduce((sum, { amount }) => sum + units(amount), 0n);
}

function ItemRow({ item, life }: Readonly<{ item: Item; life: Life | undefined }>) {
  const nextStep = useNextStep();
  return (
    <tr>
      <th scope="row" className="mono">
        <Link to={`/invoices/${item.invoiceId}`}>{item.invoiceNumber}</Link>
      </th>
      <td>
        <Day on={item.dueOn} />
      </td>
      <td>{life === undefined ? '\u2013' : <StandingOf standing={life.standing} />}</td>
      <td className="wide">
        {life === undefined ? '\u2013' : nextStep(life.nextStep)}{' '}
        {life === undefined || life.nextStepAt === null ? null : (
          <span className="quiet">
            <When at={life.nextStepAt} />
          </span>
        )}
      </td>
      <AmountCell of={item.amount} look="soft" />
      <AmountCell of={item.open} look="medium" />
    </tr>
  );
}
