import { cloneElement, isValidElement, useId, useState, type ReactNode } from 'react';
import { fieldHelp, type FieldHelp } from '../words/field-help.js';
import { defineWords, useWords } from '../words/words.js';
import { faultOf } from '../api/use-call.js';
import { Dialog, type Typed } from './dialog.js';

const words = defineWords({ cancel: { en: 'Cancel', id: 'Batal' } });

type DialogProps = Readonly<{
  title: string;
  submit: string;
  /** The call that it makes: what was refused is told in one sentence. */
  act: Readonly<{ error: unknown; isPending: boolean }>;
  /** Whether what is typed is enough; asked with every change. Without it, the fields say so themselves. */
  isReady?: (typed: Typed) => boolean;
  onSubmit: (typed: Typed) => void;
  onClose: () => void;
  children: ReactNode;
}>;

/** A few fields over the page; Esc closes it, and what was refused stands in it while what was typed stays. */
export function FormDialog(props: DialogProps) {
  const { title, submit, act, isReady, onClose, children } = props;
  const say = useWords(words);
  const [isTyped, setTyped] = useState(isReady === undefined);
  const fault = faultOf(act.error);
  const verbs = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {say('cancel')}
      </button>
      <button type="submit" className="btn primary" disabled={!isTyped || act.isPending}>
        {submit}
      </button>
    </>
  );
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={props.onSubmit}
      onType={(typed) => setTyped(isReady?.(typed) ?? true)}
      verbs={verbs}
    >
      {children}
      {fault === undefined ? null : (
        <p className="bad fg" role="alert">
          {fault}
        </p>
      )}
    </Dialog>
  );
}

/** A field of text that must be filled. */
export function TextField({ label, help, ...input }: TextFieldProps) {
  return (
    <Labelled label={label} help={help}>
      <input required {...input} />
    </Labelled>
  );
}

type TextFieldProps = Readonly<{
  name: string;
  label: string;
  help?: FieldHelp;
  maxLength?: number;
  inputMode?: 'numeric' | 'decimal';
  pattern?: string;
  autoFocus?: true;
  defaultValue?: string;
}>;

type LabelledProps = Readonly<{
  label: string;
  /** What it is for, below it. */
  help?: FieldHelp | undefined;
  children: ReactNode;
}>;

/** A field with its name above it. */
export function Labelled({ label, help, children }: LabelledProps) {
  if (help === undefined) return <Field label={label}>{children}</Field>;
  return (
    <Helped label={label} help={help}>
      {children}
    </Helped>
  );
}

/** The help is read out after the name of the field, and is no part of the name. */
function Helped({ label, help, children }: LabelledProps & Readonly<{ help: FieldHelp }>) {
  const explain = useWords(fieldHelp);
  const id = useId();
  const described = isValidElement<{ 'aria-describedby'?: string }>(children)
    ? cloneElement(children, { 'aria-describedby': id })
    : children;
  return (
    <div className="helped">
      <Field label={label}>{described}</Field>
      <small id={id}>{explain(help)}</small>
    </div>
  );
}

function Field({ label, children }: Omit<LabelledProps, 'help'>) {
  return (
    <label>
      {label}
      <span className="field">{children}</span>
    </label>
  );
}
