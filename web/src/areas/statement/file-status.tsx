import type { EntryOf } from '../../api/use-call.js';
import { Status, type StatusLook } from '../../ui/status.js';
import { useWords } from '../../words/words.js';
import { footingWords } from './files-words.js';

type FileHead = EntryOf<'GET /v1/bank-statements'>;
export type StatementState = FileHead['status'];

export const LOOK_OF_STATE: Readonly<Record<StatementState, StatusLook>> = {
  received: { shape: 'captured', family: 'wait' },
  'awaiting-release': { shape: 'held', family: 'wait' },
  read: { shape: 'notDue', family: 'wait' },
  booked: { shape: 'paid', family: 'in' },
  refused: { shape: 'cancelled', family: 'bad' },
  'given-up': { shape: 'overdue', family: 'bad' },
};

const LOOK_OF_FOOTING: Readonly<Record<NonNullable<FileHead['footing']>, StatusLook>> = {
  foots: { shape: 'paid', family: 'in' },
  unchecked: { shape: 'captured', family: 'wait' },
  differs: { shape: 'overdue', family: 'over' },
  gap: { shape: 'overdue', family: 'over' },
  overlap: { shape: 'overdue', family: 'over' },
};

/** Whether opening, lines and closing of a file come out. */
export function Footing({ of: footing }: Readonly<{ of: FileHead['footing'] }>) {
  const say = useWords(footingWords);
  if (footing === null) return '\u2013';
  return <Status look={LOOK_OF_FOOTING[footing]}>{say(footing)}</Status>;
}
