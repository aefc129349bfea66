import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import { CallRefused, clientOf, type BodyOf } from '../api/client.js';
import { tellProven } from '../api/proven-anew.js';
import { entered } from '../ui/dialog.js';
import { useLanguage } from '../words/language.js';
import { refusalIn } from '../words/refusal.js';
import { useWords } from '../words/words.js';
import { Brand } from './brand.js';
import type { Landing } from './landing.js';
import { roleWords } from './role-words.js';
import { SignInField as Field } from './sign-in-field.js';
import { signedInWords } from './signed-in-words.js';

type Answer = BodyOf<'POST /v1/session/provider-answers'>;

type Step =
  | Readonly<{ kind: 'waiting' }>
  | Readonly<{ kind: 'code'; fault?: string }>
  | Readonly<{ kind: 'refused'; says: string }>
  | Readonly<{ kind: 'proven' }>
  | Readonly<{ kind: 'tested'; answer: Answer }>;

/** An answer is taken once, and a page may be drawn twice. */
let handedIn: Promise<Answer> | undefined;

/** The page that an identity provider leads back to: hands its answer in, and says what came of it. */
export function SignedIn({
  landing,
  onDone,
}: Readonly<{ landing: Landing; onDone: (returnTo: string) => void }>) {
  const say = useWords(signedInWords);
  const { step, giveCode } = useAnswer(landing, onDone);
  return (
    <main className="sign-in" id="main">
      <div className="form panel" aria-busy={step.kind === 'waiting'}>
        <Brand />
        {step.kind === 'waiting' ? <p role="status">{say('waiting')}</p> : null}
        {step.kind === 'code' ? <Code fault={step.fault} onGiven={giveCode} /> : null}
        {step.kind === 'refused' ? (
          <Told title={say('refused')} back={say('back')} onBack={() => onDone('/')}>
            <p className="fault" role="alert">
              {step.says}
            </p>
          </Told>
        ) : null}
        {step.kind === 'proven' ? <p role="status">{say('proven')}</p> : null}
        {step.kind === 'tested' ? (
          <Told
            title={say('tested')}
            back={say('backToSetup')}
            onBack={() => onDone(step.answer.returnTo)}
          >
            <TestOf answer={step.answer} />
          </Told>
        ) : null}
      </div>
    </main>
  );
}

/** Hands the answer in, or begins to prove who it is in the window that an approval has opened. */
function useAnswer(landing: Landing, onDone: (returnTo: string) => void) {
  const say = useWords(signedInWords);
  const { language } = useLanguage();
  const [step, setStep] = useState<Step>({ kind: 'waiting' });
  const saysOf = (error: unknown) =>
    error instanceof CallRefused ? refusalIn(language, error.problem) : say('failed');
  useEffect(() => {
    const take = (answer: Answer) => {
      if (answer.purpose === 'test') return setStep({ kind: 'tested', answer });
      if (answer.purpose === 'sign-in') return onDone(answer.returnTo);
      tellProven();
      window.close();
      setStep({ kind: 'proven' });
    };
    handedIn ??= goOn(landing);
    handedIn.then(take).catch((error: unknown) => {
      const isCode = error instanceof CallRefused && error.code === 'SECOND_FACTOR_NEEDED';
      setStep(isCode ? { kind: 'code' } : { kind: 'refused', says: saysOf(error) });
    });
    // Once: the answer is that of the address with which the page was opened.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const giveCode = async (code: string) => {
    try {
      const call = clientOf(undefined).call('POST /v1/session/provider-codes', { body: { code } });
      onDone((await call).body.returnTo);
    } catch (error) {
      setStep({ kind: 'code', fault: saysOf(error) });
    }
  };
  return { step, giveCode };
}

async function goOn(landing: Landing): Promise<Answer> {
  const client = clientOf(undefined);
  if (landing.kind === 'answer') {
    const body = { query: landing.query };
    return (await client.call('POST /v1/session/provider-answers', { body })).body;
  }
  const { csrfToken } = (await client.call('GET /v1/session', {})).body;
  const begun = await clientOf(csrfToken).call('POST /v1/session/provider-checks', {
    body: { returnTo: '/' },
  });
  window.location.assign(begun.body.url);
  // The page is left.
  return new Promise(() => undefined);
}

type ToldProps = Readonly<{
  title: string;
  back: string;
  onBack: () => void;
  children: ReactNode;
}>;

function Told({ title, back, onBack, children }: ToldProps) {
  return (
    <>
      <h1>{title}</h1>
      {children}
      <button type="button" className="btn primary" onClick={onBack} autoFocus>
        {back}
      </button>
    </>
  );
}

type CodeProps = Readonly<{ fault: string | undefined; onGiven: (code: string) => Promise<void> }>;

function Code({ fault, onGiven }: CodeProps) {
  const say = useWords(signedInWords);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void onGiven(entered(new FormData(event.currentTarget), 'code'));
  };
  return (
    <form onSubmit={submit}>
      <h1>{say('codeTitle')}</h1>
      <Field label={say('code')} name="code" type="text" autoComplete="one-time-code" />
      <p className="fault" role="alert">
        {fault}
      </p>
      <button type="submit" className="btn primary">
        {say('goOn')}
      </button>
    </form>
  );
}

/** What the provider said of whoever has tried it, and what that would be here. */
function TestOf({ answer: { test } }: Readonly<{ answer: Answer }>) {
  const say = useWords(signedInWords);
  const roleName = useWords(roleWords);
  if (test === null) return null;
  const { email, groups, role, store, secondFactor } = test;
  const facts = [
    [say('email'), email ?? say('notVerified')],
    [say('groups'), groups.length === 0 ? say('noGroups') : groups.join(', ')],
    [say('role'), role === null ? say('noRole') : roleName(role)],
    ...(store === null ? [] : [[say('store'), store] as const]),
    [say('factor'), say(secondFactor ? 'factorThere' : 'factorHere')],
  ] as const;
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name} className="fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
