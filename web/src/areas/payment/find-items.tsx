import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useCall, useList, type EntryOf } from '../../api/use-call.js';
import { amount, units } from '../../ui/format.js';
import { readMoney } from '../../ui/read-money.js';
import { useKeys } from '../../ui/use-keys.js';
import { Day } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import type { Target } from './draft.js';
import { matchingWords } from './matching-words.js';
import type { Payment } from './workbench.js';

type Invoice = EntryOf<'GET /v1/invoices'>;

const SHOWN = 50;

/** Open items of any customer, by name, number or amount; of the payer's customer before anything is typed. */
export function FindItems({
  payment,
  onAdd,
}: Readonly<{ payment: Payment; onAdd: (target: Target) => void }>) {
  const say = useWords(matchingWords);
  const [text, setText] = useState('');
  const box = useRef<HTMLInputElement>(null);
  const { invoices, isRead } = useFound(useDeferredValue(text.trim()), payment);
  const [chosen, setChosen] = useState<string>();
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  useKeys({ f: () => box.current?.focus() });
  return (
    <section className="find-items" aria-label={say('another')}>
      <label className="field">
        <span className="hidden">{say('whose')}</span>
        <input
          ref={box}
          type="search"
          placeholder={say('whose')}
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={({ key }) => key === 'Escape' && box.current?.blur()}
        />
        <kbd>F</kbd>
      </label>
      {isRead && invoices.length === 0 ? <p className="quiet">{say('foundNone')}</p> : null}
      {invoices.length === 0 ? null : (
        <table className="t plain compact">
          <caption className="hidden">{say('found')}</caption>
          <tbody>
            {invoices.map((invoice) => (
              <tr key={invoice.id}>
                <th scope="row" className="mono">
                  {invoice.number}
                </th>
                <td>{invoice.customer.name}</td>
                <td className="quiet">
                  {invoice.dueOn === null ? null : <Day on={invoice.dueOn} />}
                </td>
                <td className="num">{amount(invoice.open)}</td>
                <td className="num">
                  <button
                    type="button"
                    className="btn small"
                    aria-label={`${say('add')} ${invoice.number}`}
                    onClick={() => setChosen(invoice.id)}
                  >
                    {say('add')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {chosen === undefined ? null : (
        <AddItems
          key={chosen}
          invoiceId={chosen}
          onAdd={(targets) => {
            for (const target of targets) onAdd(target);
            setChosen(undefined);
          }}
        />
      )}
    </section>
  );
}

/** Unpaid invoices by what was typed; an amount is looked for among those of the payer's customer. */
function useFound(text: string, { customer, unapplied }: Payment) {
  const wanted = readMoney(text, unapplied.currency);
  const isAmount = text !== '' && wanted !== undefined;
  const ofCustomer = (text === '' || isAmount) && customer !== null;
  const list = useList(
    'GET /v1/invoices',
    {
      query: {
        status: 'unpaid',
        limit: isAmount ? 200 : SHOWN,
        q: text === '' || isAmount ? undefined : text,
        customer: ofCustomer ? customer.id : undefined,
      },
    },
    { enabled: text !== '' || ofCustomer },
  );
  const isThis = ({ open, total }: Invoice) =>
    wanted === undefined || units(open) === units(wanted) || units(total) === units(wanted);
  const invoices = isAmount ? list.rows.filter(isThis) : list.rows;
  return { invoices: invoices.slice(0, SHOWN), isRead: list.data !== undefined };
}

/** Reads the open items of one invoice and hands them over, the earliest first. */
function AddItems({
  invoiceId,
  onAdd,
}: Readonly<{ invoiceId: string; onAdd: (targets: readonly Target[]) => void }>) {
  const invoice = useCall('GET /v1/invoices/{invoiceId}', { params: { invoiceId } });
  const { data } = invoice;
  useEffect(() => {
    if (data === undefined || data instanceof Uint8Array || data.id !== invoiceId) return;
    onAdd(
      data.openItems
        .filter(({ open }) => units(open) > 0n)
        .map((item) => ({
          openItem: item.id,
          invoiceId,
          number: data.number,
          dueOn: item.dueOn,
          open: item.open,
        })),
    );
  }, [data, invoiceId, onAdd]);
  return null;
}
