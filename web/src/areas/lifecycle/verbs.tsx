import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useRole } from '../../shell/session.js';
import { money, units } from '../../ui/format.js';
import { readMoney } from '../../ui/read-money.js';
import { useKeys } from '../../ui/use-keys.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { queueWords } from './queue-words.js';
import { addressOf, useIsOwn, verbsOf, type WorkItem } from './use-verb.js';
import { isLink, type CallVerb, type VerbField, type WorkVerb } from './work-verbs.js';

type Values = Readonly<Record<string, unknown>>;
type Act = (verb: CallVerb, values: Values) => Promise<void>;

type VerbsProps = Readonly<{
  item: WorkItem;
  onAct: Act;
  isBusy: boolean;
  fault: string | undefined;
}>;

/** What can be done about an item, each on its key; what is chosen opens in its place and `Enter` does it. */
export function Verbs({ item, onAct, isBusy, fault }: VerbsProps) {
  const say = useWords(queueWords);
  const navigate = useNavigate();
  const verbs = useVerbsOf(item);
  const [chosen, setChosen] = useState<string>();
  const choose = (verb: WorkVerb) => {
    if (!isLink(verb)) {
      setChosen(verb.key);
      return;
    }
    const to = addressOf(verb.to, item);
    if (to === undefined) return;
    const [path, query] = to.split('?');
    void navigate({ to: path ?? to, search: Object.fromEntries(new URLSearchParams(query)) });
  };
  useKeys({
    ...Object.fromEntries(verbs.map((verb) => [verb.key, () => choose(verb)])),
    Enter: (event) => {
      const [first] = verbs;
      const isOther = event.target instanceof Element && event.target.closest('a, button') !== null;
      if (first === undefined || isOther || chosen !== undefined) return false;
      choose(first);
      return true;
    },
    Escape: () => setChosen(undefined),
  });
  return (
    <div className="opts" role="group" aria-label={say('decision')}>
      <div>
        {verbs.map((verb) =>
          verb.key === chosen && !isLink(verb) ? (
            <OpenVerb
              key={verb.key}
              verb={verb}
              item={item}
              isBusy={isBusy}
              fault={fault}
              onAct={onAct}
              onLeave={() => setChosen(undefined)}
            />
          ) : (
            <Option key={verb.key} verb={verb} onChoose={() => choose(verb)} />
          ),
        )}
      </div>
    </div>
  );
}

function useVerbsOf(item: WorkItem): readonly WorkVerb[] {
  const role = useRole();
  const isOwn = useIsOwn();
  const verbs = verbsOf(item, role);
  if (!isOwn(item)) return verbs;
  // Whoever asked for a change may take it back; nobody agrees to what they asked for themselves.
  return verbs.filter(
    (verb) => isLink(verb) || (item.kind === 'master-change' && verb.key === 'r'),
  );
}

function Option({ verb, onChoose }: Readonly<{ verb: WorkVerb; onChoose: () => void }>) {
  return (
    <button type="button" className="opt" onClick={onChoose}>
      <VerbName verb={verb} />
    </button>
  );
}

function VerbName({ verb }: Readonly<{ verb: WorkVerb }>) {
  const { language } = useLanguage();
  return (
    <>
      <kbd>{verb.key.toUpperCase()}</kbd>
      <span>
        <span className="medium">{verb.words[language]}</span>{' '}
        <span className="quiet">{verb.about[language]}</span>
      </span>
    </>
  );
}

type OpenProps = Readonly<{
  verb: CallVerb;
  item: WorkItem;
  isBusy: boolean;
  fault: string | undefined;
  onAct: Act;
  onLeave: () => void;
}>;

/** The chosen verb with the fields it needs. What cannot come back asks to type the amount. */
function OpenVerb({ verb, item, isBusy, fault, onAct, onLeave }: OpenProps) {
  const say = useWords(queueWords);
  const { language } = useLanguage();
  const { fields, typed, type, problem, submit } = useVerbForm(verb, item, onAct);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const field = form.current?.querySelector<HTMLElement>('input');
    const first = field ?? form.current?.querySelector<HTMLElement>('button');
    first?.focus();
  }, []);
  return (
    <form
      ref={form}
      className="opt on"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave();
      }}
    >
      <VerbName verb={verb} />
      <span className="row">
        <button type="submit" className="btn small primary" disabled={isBusy}>
          {verb.words[language]} <kbd>Enter</kbd>
        </button>
      </span>
      {fields.length === 0 ? null : (
        <div className="verb-fields">
          {fields.map((field) => (
            <FieldOf
              key={field.name}
              field={field}
              value={typed[field.name] ?? ''}
              onType={(value) => type(field.name, value)}
            />
          ))}
        </div>
      )}
      <p className="fault verb-fault" role="alert">
        {problem ?? (fault === undefined ? '' : `${say('refused')}: ${fault}`)}
      </p>
    </form>
  );
}

/** The name of the field in which the amount is typed before something that cannot come back. */
const TYPED_AMOUNT = '=amount';

function useVerbForm(verb: CallVerb, item: WorkItem, onAct: Act) {
  const say = useWords(queueWords);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string>();
  const final = verb.isFinal === true ? item.amount : null;
  const asked: VerbField | undefined =
    final === null
      ? undefined
      : {
          name: TYPED_AMOUNT,
          kind: 'money',
          words: {
            en: say('typeAmount', { amount: money(final) }),
            id: say('typeAmount', { amount: money(final) }),
          },
        };
  const fields = [...(verb.fields ?? []), ...(asked === undefined ? [] : [asked])];
  const submit = () => {
    const read = valuesOf(fields, typed, item.amount?.currency ?? 'IDR');
    if (read === undefined) return setProblem(say('noAmount'));
    const { [TYPED_AMOUNT]: amount, ...values } = read;
    if (final !== null && !isSame(amount, final))
      return setProblem(say('amountDiffers', { amount: money(final) }));
    setProblem(undefined);
    return void onAct(verb, values);
  };
  const type = (name: string, value: string) => {
    setProblem(undefined);
    setTyped((before) => ({ ...before, [name]: value }));
  };
  return { fields, typed, type, problem, submit };
}

type Amount = NonNullable<WorkItem['amount']>;

function isSame(typed: unknown, final: Amount): boolean {
  return typed !== undefined && units(typed as Amount) === units(final);
}

/** What goes into the body; undefined when an amount is none. Fields that were left empty are left out. */
function valuesOf(
  fields: readonly VerbField[],
  typed: Readonly<Record<string, string>>,
  currency: string,
): Values | undefined {
  const values: Record<string, unknown> = {};
  for (const { name, kind } of fields) {
    const text = (typed[name] ?? '').trim();
    if (text === '') continue;
    const value = kind === 'money' ? readMoney(text, currency) : text;
    if (value === undefined) return undefined;
    values[name] = value;
  }
  return values;
}

function FieldOf({
  field,
  value,
  onType,
}: Readonly<{ field: VerbField; value: string; onType: (value: string) => void }>) {
  const say = useWords(queueWords);
  const { language } = useLanguage();
  const name = field.words[language];
  return (
    <label className={field.kind === 'text' ? 'grow' : undefined}>
      {field.optional === true ? say('optional', { field: name }) : name}
      <span className="field small">
        <input
          type={field.kind === 'date' ? 'date' : 'text'}
          inputMode={field.kind === 'money' ? 'decimal' : undefined}
          className={field.kind === 'money' ? 'num' : undefined}
          required={field.optional !== true}
          maxLength={200}
          value={value}
          onChange={(event) => onType(event.target.value)}
        />
      </span>
    </label>
  );
}
