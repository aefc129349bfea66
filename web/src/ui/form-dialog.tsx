import type { ReactNode } from 'react';
import { defineWords, useWords } from '../words/words.js';
import { Dialog } from './dialog.js';

const words = defineWords({ cancel: { en: 'Cancel', id: 'Batal' } });

type DialogProps = Readonly<{
  title: string;
  submit: string;
  /** What was refused, in one sentence. */
  fault?: string | undefined;
  isBusy?: boolean;
  onSubmit: (typed: (name: string) => string) => void;
  onClose: () => void;
  children: ReactNode;
}>;

/** A few fields over the page; Esc closes it, and what was refused stands in it while what was typed stays. */
export function FormDialog(props: DialogProps) {
  const { title, submit, fault, isBusy, onSubmit, onClose, children } = props;
  const say = useWords(words);
  const verbs = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {say('cancel')}
      </button>
      <button type="submit" className="btn primary" disabled={isBusy}>
        {submit}
      </button>
    </>
  );
  return (
    <Dialog title={title} onClose={onClose} onSubmit={onSubmit} verbs={verbs}>
      {children}
      {fault === undefined ? null : (
        <p className="bad fg" role="alert">
          {fault}
        </p>
      )}
    </Dialog>
  );
}

/** A field with its name above it. */
export function Labelled({ label, children }: Readonly<{ label: string; children: ReactNode }>) {
  return (
    <label>
      {label}
      <span className="field">{children}</span>
    </label>
  );
}
