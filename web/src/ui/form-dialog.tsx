import { useEffect, useRef, type ReactNode } from 'react';
import { defineWords, useWords } from '../words/words.js';

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
export function FormDialog({
  title,
  submit,
  fault,
  isBusy,
  onSubmit,
  onClose,
  children,
}: DialogProps) {
  const say = useWords(words);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={onClose} aria-label={title}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          onSubmit((name) => {
            const value = form.get(name);
            return typeof value === 'string' ? value.trim() : '';
          });
        }}
      >
        <h2>{title}</h2>
        {children}
        {fault === undefined ? null : (
          <p className="bad fg" role="alert">
            {fault}
          </p>
        )}
        <footer>
          <button type="button" className="btn" onClick={onClose}>
            {say('cancel')}
          </button>
          <button type="submit" className="btn primary" disabled={isBusy}>
            {submit}
          </button>
        </footer>
      </form>
    </dialog>
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
