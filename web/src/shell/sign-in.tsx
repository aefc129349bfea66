import { useState, type FormEvent } from 'react';
import { CallRefused, clientOf, type BodyOf } from '../api/client.js';
import { useLanguage } from '../words/language.js';
import { refusalIn } from '../words/refusal.js';
import { defineWords, useWords } from '../words/words.js';
import { roleWords } from './role-words.js';
import { SetPassword } from './set-password.js';
import { SignInField as Field } from './sign-in-field.js';
import { Brand } from './brand.js';

const words = defineWords({
  title: { en: 'Sign in', id: 'Masuk' },
  email: { en: 'E-mail', id: 'Surel' },
  password: { en: 'Password', id: 'Kata sandi' },
  code: { en: 'Code of your second factor', id: 'Kode faktor kedua' },
  go: { en: 'Sign in', id: 'Masuk' },
  by: { en: 'Sign in by {name}', id: 'Masuk lewat {name}' },
  orPassword: { en: 'Or by a password:', id: 'Atau dengan kata sandi:' },
  orPasswordOfFew: {
    en: 'Administrators and agencies come in by a password as well:',
    id: 'Administrator dan agen juga dapat masuk dengan kata sandi:',
  },
  haveCode: { en: 'I have a code', id: 'Saya punya kode' },
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

type SessionBody = BodyOf<'GET /v1/session'>;
type SamplePeople = BodyOf<'GET /v1/front-door'>['samplePeople'];

/** The one page for those who have not signed in; the address stays, so that links survive it. */
export function SignIn({
  front,
  hasEnded,
  onSignedIn,
}: Readonly<{
  front: BodyOf<'GET /v1/front-door'>;
  hasEnded: boolean;
  onSignedIn: (session: SessionBody) => void;
}>) {
  const say = useWords(words);
  const { enter, fault, asksCode, busy } = useEntering(onSignedIn);
  const [code, setCode] = useState<string | undefined>(codeInAddress);
  if (code !== undefined) return <SetPassword code={code} onEnd={() => setCode(undefined)} />;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void enter(loginIn(new FormData(event.currentTarget)));
  };
  return (
    <main className="sign-in" id="main">
      <form className="form panel" onSubmit={submit} aria-busy={busy}>
        <Brand />
        <h1>{say('title')}</h1>
        {hasEnded ? <p className="soft">{say('ended')}</p> : null}
        <Providers providers={front.providers} />
        <Field label={say('email')} name="email" type="email" autoComplete="username" />
        <Field
          label={say('password')}
          name="password"
          type="password"
          autoComplete="current-password"
        />
        {asksCode ? (
          <Field label={say('code')} name="code" type="text" autoComplete="one-time-code" />
        ) : null}
        <p className="fault" role="alert">
          {fault}
        </p>
        <button type="submit" className="btn primary" disabled={busy}>
          {say('go')}
        </button>
        <button type="button" className="btn plain" onClick={() => setCode('')}>
          {say('haveCode')}
        </button>
      </form>
      <SampleDoors people={front.samplePeople} busy={busy} enter={enter} />
    </main>
  );
}

/** The code of an invitation, as its mail links it; taken out of the address, where the next person would find it. */
function codeInAddress(): string | undefined {
  const code = /^#code=([\w-]+)$/.exec(window.location.hash)?.[1];
  if (code !== undefined) window.history.replaceState(null, '', window.location.pathname);
  return code;
}

/** Signs in, and says why not; asks for the code of the second factor where one is set. */
function useEntering(onSignedIn: (session: SessionBody) => void) {
  const say = useWords(words);
  const { language } = useLanguage();
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
      else
        setFault(error instanceof CallRefused ? refusalIn(language, error.problem) : say('failed'));
    } finally {
      setBusy(false);
    }
  };
  return { enter, fault, asksCode, busy };
}

function loginIn(given: FormData): Login {
  const of = (name: string) => {
    const value = given.get(name);
    return typeof value === 'string' ? value : '';
  };
  const code = of('code');
  return { email: of('email'), password: of('password'), ...(code === '' ? {} : { code }) };
}

/** Leaves for the provider, which leads back to the page that was asked for. */
function Providers({ providers }: Pick<BodyOf<'GET /v1/front-door'>, 'providers'>) {
  const say = useWords(words);
  const { language } = useLanguage();
  const [fault, setFault] = useState<string>();
  if (providers.length === 0) return null;
  const go = async (providerId: string) => {
    const { pathname, search } = window.location;
    const body = { providerId, returnTo: pathname + search };
    try {
      const begun = await clientOf(undefined).call('POST /v1/session/provider-sign-ins', { body });
      window.location.assign(begun.body.url);
    } catch (error) {
      setFault(error instanceof CallRefused ? refusalIn(language, error.problem) : say('failed'));
    }
  };
  return (
    <>
      {providers.map(({ id, name }) => (
        <button key={id} type="button" className="btn primary" onClick={() => void go(id)}>
          {say('by', { name })}
        </button>
      ))}
      <p className="fault" role="alert">
        {fault}
      </p>
      <p className="soft">
        {say(providers.some(({ required }) => required) ? 'orPasswordOfFew' : 'orPassword')}
      </p>
    </>
  );
}

function SampleDoors({
  people,
  busy,
  enter,
}: Readonly<{ people: SamplePeople; busy: boolean; enter: (login: Login) => Promise<void> }>) {
  const say = useWords(words);
  const role = useWords(roleWords);
  if (people.length === 0) return null;
  return (
    <section aria-label={say('as')}>
      <h2 className="quiet">{say('as')}</h2>
      <div className="sample-people">
        {people.map(({ role: name, email, password }) => (
          <button
            key={name}
            type="button"
            className="btn"
            disabled={busy}
            onClick={() => void enter({ email, password })}
          >
            {role(name)}
          </button>
        ))}
      </div>
    </section>
  );
}
