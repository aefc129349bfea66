import { defineWords, useWords } from '../words/words.js';
import { Chip, Status, type StatusLook } from './status.js';
import { WhatIs } from './what-is.js';
import type { BodyOf } from '../api/client.js';

export type Standing = BodyOf<'GET /v1/lifecycles'>['data'][number]['standing'];

const words = defineWords({ stages: { en: 'Stages of a sale', id: 'Tahap penjualan' } });

export const standingWords = defineWords({
  captured: { en: 'Captured', id: 'Tercatat' },
  'goods-kept': { en: 'Goods kept', id: 'Barang disimpan' },
  'to-invoice': { en: 'To invoice', id: 'Akan ditagih' },
  'not-due': { en: 'Not due', id: 'Belum jatuh tempo' },
  overdue: { en: 'Overdue', id: 'Lewat jatuh tempo' },
  held: { en: 'Held', id: 'Ditahan' },
  promised: { en: 'Promised', id: 'Dijanjikan' },
  disputed: { en: 'Disputed', id: 'Dipersoalkan' },
  'at-agency': { en: 'At agency', id: 'Di agen penagihan' },
  paid: { en: 'Paid', id: 'Lunas' },
  'written-off': { en: 'Written off', id: 'Dihapusbukukan' },
  cancelled: { en: 'Cancelled', id: 'Dibatalkan' },
} satisfies Record<Standing, unknown> & Record<string, { en: string; id: string }>);

const LOOKS: Readonly<Record<Standing, StatusLook>> = {
  captured: { shape: 'captured', family: 'wait' },
  'goods-kept': { shape: 'delivering', family: 'wait' },
  'to-invoice': { shape: 'invoicing', family: 'wait' },
  'not-due': { shape: 'notDue', family: 'wait' },
  overdue: { shape: 'overdue', family: 'over' },
  held: { shape: 'held', family: 'wait' },
  promised: { shape: 'promised', family: 'wait' },
  disputed: { shape: 'disputed', family: 'disp' },
  'at-agency': { shape: 'agency', family: 'agency' },
  paid: { shape: 'paid', family: 'in' },
  'written-off': { shape: 'off', family: 'off' },
  cancelled: { shape: 'cancelled', family: 'off' },
};

/** A question mark that says what each place is where a sale may stand, or this one. */
export function WhatStanding({ only }: Readonly<{ only?: Standing }>) {
  const say = useWords(standingWords);
  const stages = useWords(words)('stages');
  const all = Object.keys(LOOKS) as Standing[];
  const shown = only === undefined ? all : [only];
  const name = only === undefined ? stages : say(only);
  return (
    <WhatIs
      name={name}
      terms={shown.map((standing) => ({
        of: `standing.${standing}` as const,
        name: say(standing),
      }))}
    />
  );
}

/** Where a sale stands. */
export function StandingOf({ standing }: Readonly<{ standing: Standing }>) {
  const say = useWords(standingWords);
  return <Status look={LOOKS[standing]}>{say(standing)}</Status>;
}

/** The same in the head of a page. `children` say more, such as for how many days. */
export function StandingChip({
  standing,
  more,
}: Readonly<{ standing: Standing; more?: string | undefined }>) {
  const say = useWords(standingWords);
  return (
    <Chip look={LOOKS[standing]}>
      {say(standing)}
      {more === undefined ? '' : ` ${more}`}
    </Chip>
  );
}
