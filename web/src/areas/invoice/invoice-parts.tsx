import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { date, decimal } from '../../ui/format.js';
import { AmountCell } from '../../ui/money.js';
import { usePlace } from '../../ui/place.js';
import { Day } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import type { Invoice } from './invoice.js';
import { invoiceWords } from './invoice-words.js';

type Head = readonly [name: string, className?: 'num' | 'wide'];

/** A part of the invoice that is a table; without rows it says so. */
export function Part(
  props: Readonly<{ title: string; heads: readonly Head[]; none?: string; children: ReactNode[] }>,
) {
  const { title, heads, none, children } = props;
  return (
    <section>
      <h2>{title}</h2>
      {children.length === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <table className="t compact">
          <caption className="hidden">{title}</caption>
          <thead>
            <tr>
              {heads.map(([name, className]) => (
                <th key={name} scope="col" className={className}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      )}
    </section>
  );
}

export function Lines({ invoice }: Readonly<{ invoice: Invoice }>) {
  const say = useWords(invoiceWords);
  return (
    <Part
      title={say('lines')}
      heads={[
        [say('goods'), 'wide'],
        [say('quantity'), 'num'],
        [say('price'), 'num'],
        [say('net'), 'num'],
        [say('tax'), 'num'],
      ]}
      none={say('brought')}
    >
      {invoice.lines.map((line) => (
        <tr key={line.lineNumber}>
          <td className="wide">
            {line.name} <span className="quiet mono">{line.sku}</span>
          </td>
          <td className="num">
            {decimal(line.quantity)} {line.unit}
          </td>
          <AmountCell of={line.unitPrice} />
          <AmountCell of={line.net} />
          <AmountCell of={line.tax} />
        </tr>
      ))}
    </Part>
  );
}

export function Items({ items }: Readonly<{ items: Invoice['openItems'] }>) {
  const say = useWords(invoiceWords);
  return (
    <Part
      title={say('items')}
      heads={[[say('what'), 'wide'], [say('due')], [say('amount'), 'num'], [say('openOf'), 'num']]}
    >
      {items.map((item) => (
        <tr key={item.id}>
          <td className="wide">
            {item.kind === 'instalment'
              ? say('instalment', { n: item.instalment })
              : say(item.kind)}
          </td>
          <td>
            <Day on={item.dueOn} />
            {item.daysOverdue === 0 ? null : (
              <span className="over fg"> {say('days', { n: item.daysOverdue })}</span>
            )}
          </td>
          <AmountCell of={item.amount} />
          <AmountCell of={item.open} look="medium" />
        </tr>
      ))}
    </Part>
  );
}

export function Settlements({ settlements }: Pick<Invoice, 'settlements'>) {
  const say = useWords(invoiceWords);
  return (
    <Part
      title={say('settlements')}
      heads={[
        [say('what'), 'wide'],
        [say('on')],
        [say('from')],
        [say('document')],
        [say('amount'), 'num'],
      ]}
      none={say('noSettlement')}
    >
      {settlements.map((one, index) => (
        <tr key={index}>
          <td className="wide">{say(`by-${one.kind}`)}</td>
          <td>
            <Day on={one.on} />
          </td>
          <td>{one.payer ?? '\u2013'}</td>
          <td>
            <DocumentOf of={one} />
          </td>
          <AmountCell of={one.amount} />
        </tr>
      ))}
    </Part>
  );
}

/** The document of a settlement, and the line of the bank by which its money came. */
function DocumentOf({ of }: Readonly<{ of: Invoice['settlements'][number] }>) {
  const say = useWords(invoiceWords);
  const { kind, document, bankLine } = of;
  return (
    <span className="row">
      {kind === 'payment' ? (
        <Link to="/matching" search={{ payment: document.id, view: 'applied' }}>
          {say('payment')}
        </Link>
      ) : kind === 'credit-note' ? (
        <Link to={`/credit-notes/${document.id}`} className="mono">
          {document.number}
        </Link>
      ) : (
        <span className="mono">{document.number ?? '\u2013'}</span>
      )}
      {bankLine === null ? null : (
        <Link to="/bank-files" search={{ file: bankLine.statementId }}>
          {say('bankFile')} {bankLine.position}
        </Link>
      )}
    </span>
  );
}

const STATES = ['kept', 'broken', 'withdrawn', 'resolved'] as const;

export function Said({ invoice }: Readonly<{ invoice: Invoice }>) {
  const say = useWords(invoiceWords);
  const place = usePlace();
  const stateOf = (state: string) => say(STATES.find((one) => one === state) ?? 'running');
  const { promises, disputes } = invoice;
  if (promises.length + disputes.length === 0) return null;
  const rows = [
    ...promises.map(({ promisedFor, ...promise }) => ({
      ...promise,
      what: say('promise', { day: date(promisedFor, place) }),
    })),
    ...disputes.map(({ reason, ...dispute }) => ({ ...dispute, what: say('dispute', { reason }) })),
  ];
  return (
    <Part
      title={say('said')}
      heads={[[say('what'), 'wide'], [say('state')], [say('amount'), 'num']]}
    >
      {rows.map(({ id, what, state, amount }) => (
        <tr key={id}>
          <td className="wide">{what}</td>
          <td>{stateOf(state)}</td>
          <AmountCell of={amount} />
        </tr>
      ))}
    </Part>
  );
}
