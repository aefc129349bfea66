import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useList, type EntryOf } from '../../api/use-call.js';
import { momentIn, moneyIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { Status, type StatusLook } from '../../ui/status.js';
import { WhatIs } from '../../ui/what-is.js';
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
      exportAs="sent-letters"
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
  const stateOf = ({ state }: Letter) => say(state === 'sent' ? 'sentState' : state);
  return [
    { id: 'when', head: say('when'), value: (row) => momentIn(row.sentAt ?? row.createdAt) },
    { id: 'letter', head: say('letter'), value: ({ level }) => textIn(say('reminder', { level })) },
    {
      id: 'customer',
      head: say('customer'),
      value: ({ customer }) => textIn(customer.name),
      cell: ({ customer }) => <Link to={`/customers/${customer.id}`}>{customer.name}</Link>,
    },
    {
      id: 'invoice',
      head: say('invoice'),
      value: ({ invoices }) => textIn(invoices.map(({ number }) => number).join(', ')),
      cell: ({ invoices }) => <Invoices of={invoices} />,
    },
    {
      id: 'state',
      head: say('state'),
      what: <WhatStates />,
      value: (row) => textIn(stateOf(row)),
      cell: (row) => <Status look={LOOKS[row.state]}>{stateOf(row)}</Status>,
    },
    {
      id: 'proof',
      head: say('proof'),
      value: (row) => textIn(proof(row)),
      wide: proof,
      className: 'soft',
      cell: proof,
    },
    {
      id: 'total',
      head: say('total'),
      align: 'num',
      className: 'medium',
      value: ({ total }) => moneyIn(total),
    },
  ];
}

function WhatStates() {
  const say = useWords(lettersWords);
  const states = Object.keys(LOOKS) as Letter['state'][];
  const terms = states.map((state) => ({
    of: `letter.${state}` as const,
    name: say(state === 'sent' ? 'sentState' : state),
  }));
  return <WhatIs name={say('state')} terms={terms} />;
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
