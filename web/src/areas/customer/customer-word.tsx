import type { ReactNode } from 'react';
import { Amount } from '../../ui/money.js';
import { Status, type StatusLook } from '../../ui/status.js';
import { Day, When } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import type { useWordOf } from './customer-facts.js';
import { customerWords } from './customer-words.js';

type Word = ReturnType<typeof useWordOf>;
type Key = keyof typeof customerWords;

const SYMBOL = 'Rp';

const PROMISES: Readonly<Record<string, Readonly<{ key: Key; look: StatusLook }>>> = {
  open: { key: 'running', look: { shape: 'promised', family: 'wait' } },
  kept: { key: 'kept', look: { shape: 'paid', family: 'in' } },
  broken: { key: 'broken', look: { shape: 'overdue', family: 'over' } },
  withdrawn: { key: 'withdrawn', look: { shape: 'off', family: 'off' } },
};

/** What the customer promised, and whether it came. */
export function PromisesOf({ promises }: Pick<Word, 'promises'>) {
  const say = useWords(customerWords);
  const outcome = (state: string): ReactNode => {
    const known = PROMISES[state];
    return known === undefined ? state : <Status look={known.look}>{say(known.key)}</Status>;
  };
  return (
    <Said
      title={say('promises')}
      heads={[
        say('promisedFor'),
        say('outcome'),
        say('heard'),
        say('promised', { symbol: SYMBOL }),
      ]}
      rows={promises.map((one) => [
        one.id,
        <Day key="for" on={one.promisedFor} />,
        outcome(one.state),
        <span key="heard" className="soft">
          <Day on={one.promisedOn} /> <span className="mono">{one.invoice}</span>
        </span>,
        <Amount key="amount" of={one.amount} />,
      ])}
    />
  );
}

/** What the customer objects to, and how it was settled. */
export function DisputesOf({ disputes }: Pick<Word, 'disputes'>) {
  const say = useWords(customerWords);
  const isOpen: StatusLook = { shape: 'disputed', family: 'disp' };
  const settled: StatusLook = { shape: 'paid', family: 'in' };
  return (
    <Said
      title={say('disputes')}
      heads={[
        say('opened'),
        say('outcome'),
        say('reason'),
        say('disputedMoney', { symbol: SYMBOL }),
      ]}
      rows={disputes.map((one) => [
        one.id,
        <When key="opened" at={one.openedAt} />,
        <Status key="state" look={one.resolvedAt === null ? isOpen : settled}>
          {say(one.resolvedAt === null ? 'isOpen' : 'settled')}
        </Status>,
        <span key="why" className="soft">
          {one.reason}
        </span>,
        <Amount key="amount" of={one.amount} />,
      ])}
    />
  );
}

type Row = readonly [id: string, when: ReactNode, state: ReactNode, what: ReactNode, of: ReactNode];

function Said({
  title,
  heads,
  rows,
}: Readonly<{
  title: string;
  heads: readonly [string, string, string, string];
  rows: readonly Row[];
}>) {
  const [when, state, what, of] = heads;
  return (
    <>
      <h2>{title}</h2>
      <table className="t compact">
        <caption className="hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{when}</th>
            <th scope="col">{state}</th>
            <th scope="col" className="wide">
              {what}
            </th>
            <th scope="col" className="num">
              {of}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([id, first, second, third, last]) => (
            <tr key={id}>
              <th scope="row">{first}</th>
              <td>{second}</td>
              <td className="wide">{third}</td>
              <td className="num">{last}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
