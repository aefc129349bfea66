import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, type FormEvent } from 'react';
import { entered } from '../../ui/dialog.js';
import { Labelled } from '../../ui/form-dialog.js';
import { useKeys } from '../../ui/use-keys.js';
import { useWords } from '../../words/words.js';
import { findWords } from './find-words.js';

/** What is looked for, as it was typed. */
export type Found = Readonly<Partial<Record<Field, string>>>;
type Field = (typeof FIELDS)[number]['name'];

const FIELDS = [
  { name: 'receipt', maxLength: 80 },
  { name: 'day', type: 'date' },
  { name: 'until', type: 'date' },
  { name: 'amount', maxLength: 20, inputMode: 'decimal' },
  { name: 'card', maxLength: 4, inputMode: 'numeric', pattern: '[0-9]{4}' },
  { name: 'customer', maxLength: 64 },
  { name: 'store', maxLength: 64 },
] as const;

/** What somebody may know of a sale; what is looked for is in the address. */
export function FindForm({ search }: Readonly<{ search: Found }>) {
  const say = useWords(findWords);
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  useKeys({ '/': () => form.current?.querySelector('input')?.focus() });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const typed = FIELDS.map(({ name }) => [name, entered(given, name)] as const);
    const next = Object.fromEntries(typed.filter(([, value]) => value !== ''));
    void navigate({ to: '/sales/find', search: next });
  };
  return (
    <form ref={form} className="form find-form" role="search" onSubmit={submit}>
      {FIELDS.map(({ name, ...input }) => (
        <Labelled key={name} label={say(name)}>
          <input name={name} defaultValue={search[name]} {...input} />
        </Labelled>
      ))}
      <span className="row">
        <button type="submit" className="btn primary">
          {say('find')}
        </button>
        {Object.keys(search).length === 0 ? null : (
          <Link to="/sales/find" search={{}} className="btn">
            {say('clear')}
          </Link>
        )}
      </span>
      <p className="quiet">{say('why')}</p>
    </form>
  );
}
