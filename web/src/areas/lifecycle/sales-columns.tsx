import { Link } from '@tanstack/react-router';
import type { EntryOf } from '../../api/use-call.js';
import { momentIn, moneyIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { isZero } from '../../ui/format.js';
import { Amount } from '../../ui/money.js';
import { standingWords, StandingOf, WhatStanding } from '../../ui/standing.js';
import { Age } from '../../ui/when.js';
import { useLanguage } from '../../words/language.js';
import { useWords, type Say } from '../../words/words.js';
import { useNextStep } from './next-step.js';
import { salesWords } from './sales-words.js';

export type Lifecycle = EntryOf<'GET /v1/lifecycles'>;

/** What it is, whose, where it stands, since when, what comes next and why, when, and the money. */
export function useSalesColumns(): readonly Column<Lifecycle>[] {
  const say = useWords(salesWords);
  const standing = useWords(standingWords);
  const next = useNextColumn();
  return [
    ...whatAndWhose(say),
    {
      id: 'stage',
      head: say('stage'),
      what: <WhatStanding />,
      value: (row) => textIn(standing(row.standing)),
      cell: (row) => <StandingOf standing={row.standing} />,
    },
    {
      id: 'for',
      head: say('for'),
      fileHead: say('since'),
      align: 'num',
      value: (row) => momentIn(row.since),
      cell: (row) => <Age since={row.since} />,
    },
    next,
    { id: 'when', head: say('when'), value: (row) => momentIn(row.nextStepAt) },
    ...moneyColumns(say),
  ];
}

function whatAndWhose(say: Say<keyof typeof salesWords>): readonly Column<Lifecycle>[] {
  return [
    {
      id: 'sale',
      head: say('sale'),
      value: (row) => textIn(row.number),
      cell: (row) => (
        <Link to={`/sales/${row.saleId}`} className="mono">
          {row.number}
        </Link>
      ),
    },
    {
      id: 'customer',
      head: say('customer'),
      value: (row) => textIn(row.customer?.name ?? say('walkIn')),
      cell: (row) =>
        row.customer === null ? (
          <span className="quiet">{say('walkIn')}</span>
        ) : (
          <Link to={`/customers/${row.customer.id}`}>{row.customer.name}</Link>
        ),
    },
  ];
}

/** What comes next, and why. */
function useNextColumn(): Column<Lifecycle> {
  const say = useWords(salesWords);
  const { language } = useLanguage();
  const nextStep = useNextStep();
  const why = (row: Lifecycle) => row.meaning[language];
  return {
    id: 'next',
    head: say('comes'),
    value: (row) =>
      textIn(row.nextStep === null ? why(row) : `${nextStep(row.nextStep)} ${why(row)}`),
    wide: why,
    className: 'next-step',
    cell: (row) => (
      <>
        {row.nextStep === null ? null : <b>{nextStep(row.nextStep)}</b>}
        {why(row)}
      </>
    ),
  };
}

const SYMBOL = { symbol: 'Rp' };

function moneyColumns(say: Say<keyof typeof salesWords>): readonly Column<Lifecycle>[] {
  return [
    {
      id: 'open',
      head: say('openMoney', SYMBOL),
      value: (row) => moneyIn(row.open),
      align: 'num',
      cell: (row) => (
        <span className={isZero(row.open) ? undefined : 'medium'}>
          <Amount of={row.open} />
        </span>
      ),
    },
    {
      id: 'total',
      head: say('totalMoney', SYMBOL),
      value: (row) => moneyIn(row.total),
      align: 'num',
      className: 'soft',
    },
  ];
}
