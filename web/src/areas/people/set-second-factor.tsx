import { useState, type FormEvent, type ReactNode } from 'react';
import type { LunasClient } from '../../../../client/client.js';
import { CallRefused, type BodyOf } from '../../api/client.js';
import { entered } from '../../ui/dialog.js';
import { Labelled } from '../../ui/form-dialog.js';
import { QrCode } from '../../ui/qr-code.js';
import { useLanguage } from '../../words/language.js';
import { refusalIn } from '../../words/refusal.js';
import { useWords } from '../../words/words.js';
import { accountWords } from './account-words.js';

type Secret = BodyOf<'POST /v1/session/second-factor'>;

/** Where the setting of a second factor stands. */
type Step =
  | Readonly<{ kind: 'password' }>
  | Readonly<{ kind: 'scan'; secret: Secret }>
  | Readonly<{ kind: 'codes'; codes: readonly string[] }>;

type Props = Readonly<{
  client: LunasClient;
  /** Whoever has signed in by an identity provider has no password to give. */
  isByProvider: boolean;
  /** Called when the recovery codes are written down. */
  onDone: () => void;
  /** Beside the verb of each step. */
  other: ReactNode;
}>;

/** Sets a second factor in three steps: the password, a code of the app, the recovery codes. */
export function SetSecondFactor({ client, isByProvider, onDone, other }: Props) {
  const say = useWords(accountWords);
  const [step, setStep] = useState<Step>({ kind: 'password' });
  const { fault, submit } = useSubmit();
  const begin = submit(async (given) => {
    const body = isByProvider ? {} : { password: given('password') };
    const { body: secret } = await client.call('POST /v1/session/second-factor', { body });
    setStep({ kind: 'scan', secret });
  });
  const confirm = submit(async (given) => {
    const body = { code: given('code') };
    const answer = await client.call('PUT /v1/session/second-factor', { body });
    setStep({ kind: 'codes', codes: answer.body.recoveryCodes });
  });
  if (step.kind === 'codes') return <RecoveryCodes codes={step.codes} onDone={onDone} />;
  return (
    <form
      key={step.kind}
      className="form"
      onSubmit={(event) => void (step.kind === 'scan' ? confirm : begin)(event)}
    >
      {step.kind === 'scan' ? <Scan secret={step.secret} /> : null}
      {step.kind === 'password' && !isByProvider ? <OwnPassword /> : null}
      <p className="bad fg" role="alert">
        {fault}
      </p>
      <footer>
        {other}
        <button type="submit" className="btn primary">
          {say('goOn')}
        </button>
      </footer>
    </form>
  );
}

function OwnPassword() {
  const say = useWords(accountWords);
  return (
    <Labelled label={say('ownPassword')}>
      <input name="password" type="password" autoComplete="current-password" required autoFocus />
    </Labelled>
  );
}

function Scan({ secret }: Readonly<{ secret: Secret }>) {
  const say = useWords(accountWords);
  return (
    <>
      <p className="soft">{say('scan')}</p>
      <QrCode payload={secret.uri} inWords={say('qr')} />
      <p className="soft">
        {say('key')} <code className="mono">{secret.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <Labelled label={say('code')}>
        <input name="code" inputMode="numeric" autoComplete="one-time-code" required autoFocus />
      </Labelled>
    </>
  );
}

function RecoveryCodes({
  codes,
  onDone,
}: Readonly<{ codes: readonly string[]; onDone: () => void }>) {
  const say = useWords(accountWords);
  return (
    <div className="form">
      <h2>{say('recovery')}</h2>
      <p className="soft">{say('recoverySays')}</p>
      <ul className="recovery-codes mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <footer>
        <button type="button" className="btn primary" onClick={onDone} autoFocus>
          {say('kept')}
        </button>
      </footer>
    </div>
  );
}

type Given = (name: string) => string;

/** Keeps what the last call was refused for, in the language of the page. */
function useSubmit() {
  const say = useWords(accountWords);
  const { language } = useLanguage();
  const [fault, setFault] = useState<string>();
  const submit =
    (act: (given: Given) => Promise<void>) => async (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      const form = new FormData(event.currentTarget);
      try {
        await act((name) => entered(form, name));
        setFault(undefined);
      } catch (error) {
        const isRefused = error instanceof CallRefused;
        setFault(isRefused ? refusalIn(language, error.problem) : say('failed'));
      }
    };
  return { fault, submit };
}
