import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useList, type EntryOf } from '../../api/use-call.js';
import type { Column } from '../../ui/data-table.js';
import { Amount } from '../../ui/money.js';
import { Status, type StatusLook } from '../../ui/status.js';
import { When } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import { LettersFrame } from './letters-frame.js';
import { lettersWords } from './letters-words.js';

type Letter = EntryOf<'GET /v1/letters'>;

const LOOKS: Readonly<Record<Letter['state'], StatusLook>> = {
  preparing: { shape: 'captured', family: 'wait' },
  sent: { shape: 'paid', family: 'in' },
  failed: { shape: 'overdue', family: 'bad' },
  suppressed: { shape: 'cancelled', family: 'off' },
};

/** What went out or did not, with the proof of sending. */
export function SentLetters({ views }: Readonly<{ views: ReactNode }>) {
  const navigate = useNavigate();
  const list = useList('GET /v1/letters', { query: { limit: 100 } });
  const columns = useColumns();
  return (
    <LettersFrame
      list={list}
      columns={columns}
      keyOf={({ id }) => id}
      moneyOf={({ total }) => total}
      onOpen={({ customer }) => void navigate({ to: `/customers/${customer.id}` })}
      views={views}
    />
  );
}

function useColumns(): readonly Column<Letter>[] {
  const say = useWords(lettersWords);
  const proof = ({ mail, failure }: Letter) => {
    if (mail === null) return failure ?? '\u2013';
    const { recipient, messageId, attempts } = mail;
    const line = say('proofLine', { recipient, messageId, n: attempts });
    return failure === null ? line : `${failure}: ${line}`;
  };
  return [
    { id: 'when', head: say('when'), cell: (row) => <When at={row.sentAt ?? row.createdAt} /> },
    { id: 'letter', head: say('letter'), cell: ({ level }) => say('reminder', { level }) },
    {
      id: 'customer',
      head: say('customer'),
      cell: ({ customer }) => <Link to={`/customers/${customer.id}`}>{customer.name}</Link>,
    },
    { id: 'invoice', head: say('invoice'), cell: ({ invoices }) => <Invoices of={invoices} /> },
    {
      id: 'state',
      head: say('state'),
      cell: ({ state }) => (
        <Status look={LOOKS[state]}>{say(state === 'sent' ? 'sentState' : state)}</Status>
      ),
    },
    { id: 'proof', head: say('proof'), wide: proof, className: 'soft', cell: proof },
    {
      id: 'total',
      head: say('total'),
      align: 'num',
      className: 'medium',
      cell: ({ total }) => <Amount of={total} />,
    },
  ];
}

function Invoices({ of }: Readonly<{ of: Letter['invoices'] }>) {
  return of.map(({ id, number, saleId }, index) => (
    <span key={id}>
      {index === 0 ? null : ', '}
      {saleId === null ? (
        <span className="mono">{number}</span>
      ) : (
        <Link to={`/sales/${saleId}`} className="mono">
          {number}
        </Link>
      )}
    </span>
  ));
}
