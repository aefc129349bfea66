import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';

type DialogProps = Readonly<{
  title: string;
  onClose: () => void;
  /** Called with what was entered; the dialog stays open until its owner closes it. */
  onSubmit?: (typed: (name: string) => string) => void;
  children: ReactNode;
  verbs: ReactNode;
}>;

/** A question or a small form above the page. Escape closes it; what was typed is kept by its fields. */
export function Dialog({ title, onClose, onSubmit, children, verbs }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    onSubmit?.((name) => entered(given, name));
  };
  return (
    <dialog ref={dialog} onClose={onClose} aria-label={title}>
      <form className="form" onSubmit={submit}>
        <h2>{title}</h2>
        {children}
        <footer>{verbs}</footer>
      </form>
    </dialog>
  );
}

/** What was entered in a field of a form, without blanks around it. */
export function entered(given: FormData, name: string): string {
  const value = given.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
