import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';

/** What was entered in the field of a name. */
export type Typed = (name: string) => string;

type DialogProps = Readonly<{
  title: string;
  onClose: () => void;
  /** Called with what was entered; the dialog stays open until its owner closes it. */
  onSubmit?: (typed: Typed) => void;
  /** Called with every change of a field. */
  onType?: (typed: Typed) => void;
  children: ReactNode;
  /** Below what is asked; left out where the content has a form of its own. */
  verbs?: ReactNode;
}>;

/** A question or a small form above the page. Escape closes it; what was typed is kept by its fields. */
export function Dialog({ title, onClose, onSubmit, onType, children, verbs }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit?.(typedIn(event.currentTarget));
  };
  return (
    <dialog ref={dialog} onClose={onClose} aria-label={title}>
      {verbs === undefined ? (
        <div>
          <h2>{title}</h2>
          {children}
        </div>
      ) : (
        <form
          className="form"
          onSubmit={submit}
          onChange={(event) => onType?.(typedIn(event.currentTarget))}
        >
          <h2>{title}</h2>
          {children}
          <footer>{verbs}</footer>
        </form>
      )}
    </dialog>
  );
}

function typedIn(form: HTMLFormElement): Typed {
  const given = new FormData(form);
  return (name) => entered(given, name);
}

/** What was entered in a field of a form, without blanks around it. */
export function entered(given: FormData, name: string): string {
  const value = given.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
