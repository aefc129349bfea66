import { useState, type FormEvent } from 'react';
import { CallRefused, clientOf } from '../api/client.js';
import { defineWords, useWords } from '../words/words.js';
import { roleWords } from './role-words.js';
import type { BodyOf } from '../api/use-call.js';

const words = defineWords({
  title: { en: 'Sign in', id: 'Masuk' },
  email: { en: 'E-mail', id: 'Surel' },
  password: { en: 'Password', id: 'Kata sandi' },
  code: { en: 'Code of your second factor', id: 'Kode faktor kedua' },
  go: { en: 'Sign in', id: 'Masuk' },
  ended: {
    en: 'Your session has ended. Sign in and this page is where you left it.',
    id: 'Sesi Anda berakhir. Masuklah lagi; halaman ini tetap di tempatnya.',
  },
  as: { en: 'Or as somebody of the sample company', id: 'Atau sebagai orang di perusahaan contoh' },
  failed: {
    en: 'The server does not answer. Try again in a moment.',
    id: 'Server tidak menjawab. Coba lagi sebentar lagi.',
  },
});

type Login = Readonly<{ email: string; password: string; code?: string }>;

/** The one page for those who have not signed in; the address stays, so that links survive it. */
export function SignIn({
  front,
  hasEnded,
  onSignedIn,
}: Readonly<{
  front: BodyOf<'GET /v1/front-door'>;
  hasEnded: boolean;
  onSignedIn: (session: BodyOf<'GET /v1/session'>) => void;
}>) {
  const say = useWords(words);
  const role = useWords(roleWords);
  const [fault, setFault] = useState<string>();
  const [asksCode, setAsksCode] = useState(false);
  const [busy, setBusy] = useState(false);
  const enter = async (login: Login) => {
    setBusy(true);
    setFault(undefined);
    try {
      onSignedIn((await clientOf(undefined).call('POST /v1/session', { body: login })).body);
    } catch (error) {
      if (error instanceof CallRefused && error.code === 'SECOND_FACTOR_NEEDED') setAsksCode(true);
      else setFault(error instanceof CallRefused ? error.problem.detail : say('failed'));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const of = (name: string) => String(given.get(name) ?? '');
    void enter({
      email: of('email'),
      password: of('password'),
      ...(asksCode ? { code: of('code') } : {}),
    });
  };
  return (
    <main className="sign-in" id="main">
      <form className="form panel" onSubmit={submit} aria-busy={busy}>
        <div className="brand">
          <img src="/assets/lunas.svg" alt="" width="22" height="22" />
          <span>Lunas</span>
        </div>
        <h1>{say('title')}</h1>
        {hasEnded ? <p className="soft">{say('ended')}</p> : null}
        <Field label={say('email')} name="email" type="email" autoComplete="username" />
        <Field label={say('password')} name="password" type="password" autoComplete="current-password" />
        {asksCode ? <Field label={say('code')} name="code" type="text" autoComplete="one-time-code" /> : null}
        <p className="fault" role="alert">
          {fault}
        </p>
        <button type="submit" className="btn primary" disabled={busy}>
          {say('go')}
        </button>
      </form>
      {front.samplePeople.length === 0 ? null : (
        <section aria-label={say('as')}>
          <h2 className="quiet">{say('as')}</h2>
          <div className="sample-people">
            {front.samplePeople.map((person) => (
              <button
                key={person.role}
                type="button"
                className="btn"
                disabled={busy}
                onClick={() => void enter({ email: person.email, password: person.password })}
              >
                {role(person.role)}
              </button>
            ))}
          </div>
        </section>
      )}
    </main>
  );
}

type FieldProps = Readonly<{ label: string; name: string; type: string; autoComplete: string }>;

function Field({ label, ...input }: FieldProps) {
  return (
    <label>
      {label}
      <span className="field">
        <input required {...input} />
      </span>
    </label>
  );
}
