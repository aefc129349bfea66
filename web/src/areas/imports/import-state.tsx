import { Status, type StatusLook } from '../../ui/status.js';
import { useWords } from '../../words/words.js';
import type { ImportHead } from './imports.js';
import { importsWords } from './imports-words.js';

const LOOKS: Readonly<Record<ImportHead['status'], StatusLook>> = {
  received: { shape: 'captured', family: 'wait' },
  read: { shape: 'delivering', family: 'wait' },
  done: { shape: 'paid', family: 'in' },
  refused: { shape: 'cancelled', family: 'bad' },
  undone: { shape: 'off', family: 'off' },
};

/** How far an import is. */
export function ImportState({ status }: Pick<ImportHead, 'status'>) {
  const say = useWords(importsWords);
  return <Status look={LOOKS[status]}>{say(status)}</Status>;
}
