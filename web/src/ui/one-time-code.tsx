import { defineWords, useWords } from '../words/words.js';
import { Dialog } from './dialog.js';

const words = defineWords({ close: { en: 'Close', id: 'Tutup' } });

/** A secret that is shown once: large, and selected by one press. */
export function OneTimeCode({
  title,
  code,
  says,
  onClose,
}: Readonly<{ title: string; code: string; says: string; onClose: () => void }>) {
  const say = useWords(words);
  const close = (
    <button type="button" className="btn primary" onClick={onClose}>
      {say('close')}
    </button>
  );
  return (
    <Dialog title={title} onClose={onClose} verbs={close}>
      <output className="one-time-code">{code}</output>
      <p className="soft">{says}</p>
    </Dialog>
  );
}
