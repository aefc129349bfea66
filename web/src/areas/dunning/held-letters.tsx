import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useList } from '../../api/use-call.js';
import { momentIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { standingWords, StandingOf, WhatStanding } from '../../ui/standing.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { LettersFrame } from './letters-frame.js';
import { lettersWords } from './letters-words.js';
import { useSaleColumns, type SaleRow } from './sale-columns.js';

/** Who gets no letter, and because of whom or what. */
export function HeldLetters({ views }: Readonly<{ views: ReactNode }>) {
  const say = useWords(lettersWords);
  const standing = useWords(standingWords);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const query = { comes: 'hold', stage: 'open', order: 'next', limit: 100 } as const;
  const list = useList('GET /v1/lifecycles', { query });
  const { customer, invoice, open } = useSaleColumns();
  const why = (row: SaleRow) => row.meaning[language];
  const columns: readonly Column<SaleRow>[] = [
    customer,
    invoice,
    {
      id: 'state',
      head: say('state'),
      what: <WhatStanding />,
      value: ({ standing: is }) => textIn(standing(is)),
      cell: (row) => <StandingOf standing={row.standing} />,
    },
    { id: 'why', head: say('why'), value: (row) => textIn(why(row)), wide: why, cell: why },
    { id: 'until', head: say('until'), value: ({ nextStepAt }) => momentIn(nextStepAt) },
    open,
  ];
  return (
    <LettersFrame
      exportAs="held-letters"
      list={list}
      columns={columns}
      keyOf={({ saleId }) => saleId}
      moneyOf={(row) => row.open}
      onOpen={({ saleId }) => void navigate({ to: `/sales/${saleId}` })}
      views={views}
    />
  );
}
