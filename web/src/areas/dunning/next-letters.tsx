import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type ReactNode } from 'react';
import { useList } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { momentIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { useWords } from '../../words/words.js';
import { HoldButton } from './hold-button.js';
import { LetterPreview } from './letter-preview.js';
import { LettersFrame } from './letters-frame.js';
import { lettersWords } from './letters-words.js';
import { levelOf, useSaleColumns, type SaleRow } from './sale-columns.js';

const WRITERS: readonly string[] = ['arClerk', 'arManager', 'creditController'];

/** Who gets which letter when and for how much, before it goes; each can be read and held. */
export function NextLetters({ views }: Readonly<{ views: ReactNode }>) {
  const navigate = useNavigate();
  const query = { comes: 'letter', stage: 'open', order: 'next', limit: 100 } as const;
  const list = useList('GET /v1/lifecycles', { query });
  const [shown, setShown] = useState<SaleRow>();
  const dialog = useRef<HTMLDialogElement>(null);
  const columns = useColumns((row) => {
    setShown(row);
    dialog.current?.showModal();
  });
  return (
    <>
      <LettersFrame
        exportAs="next-letters"
        list={list}
        columns={columns}
        keyOf={({ saleId }) => saleId}
        moneyOf={({ open }) => open}
        onOpen={({ saleId }) => void navigate({ to: `/sales/${saleId}` })}
        views={views}
      />
      <dialog ref={dialog} className="letter" aria-labelledby="letter-title">
        {shown?.customer == null ? null : (
          <LetterPreview
            customer={shown.customer}
            level={levelOf(shown)}
            onClose={() => dialog.current?.close()}
          />
        )}
      </dialog>
    </>
  );
}

function useColumns(onRead: (row: SaleRow) => void): readonly Column<SaleRow>[] {
  const say = useWords(lettersWords);
  const mayHold = WRITERS.includes(useRole());
  const { customer, invoice, due, open } = useSaleColumns();
  return [
    { id: 'when', head: say('when'), value: ({ nextStepAt }) => momentIn(nextStepAt) },
    {
      id: 'letter',
      head: say('letter'),
      value: (row) => textIn(say('reminder', { level: levelOf(row) })),
    },
    { ...customer, wide: (row) => row.customer?.name ?? '' },
    invoice,
    due,
    {
      id: 'act',
      head: say('act'),
      value: null,
      cell: (row) => (
        <span className="row">
          <button
            type="button"
            className="btn small"
            aria-label={`${say('read')}: ${row.customer?.name ?? ''}, ${row.invoiceNumber ?? ''}`}
            onClick={() => onRead(row)}
          >
            {say('read')}
          </button>
          {mayHold ? <HoldButton sale={row} /> : null}
        </span>
      ),
    },
    open,
  ];
}
