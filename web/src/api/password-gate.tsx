import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type FormEvent,
  type ReactNode,
} from 'react';
import { CHECK_ADDRESS } from '../shell/landing.js';
import { useSession } from '../shell/session.js';
import { useLanguage } from '../words/language.js';
import { refusalIn } from '../words/refusal.js';
import { defineWords, useWords } from '../words/words.js';
import { CallRefused } from './client.js';
import { whenProven } from './proven-anew.js';

const words = defineWords({
  title: { en: 'Your password, please', id: 'Kata sandi Anda' },
  why: {
    en: 'This needs a password of the last 15 minutes, so that nobody decides from a screen that was left open.',
    id: 'Ini memerlukan kata sandi dari 15 menit terakhir, agar tidak ada yang memutuskan dari layar yang ditinggal.',
  },
  titleThere: { en: 'Sign in by {name} again, please', id: 'Silakan masuk lagi lewat {name}' },
  whyThere: {
    en: 'This needs a sign-in of the last 15 minutes, so that nobody decides from a screen that was left open.',
    id: 'Ini memerlukan tanda masuk dari 15 menit terakhir, agar tidak ada yang memutuskan dari layar yang ditinggal.',
  },
  goThere: { en: 'Open {name}', id: 'Buka {name}' },
  password: { en: 'Password', id: 'Kata sandi' },
  goOn: { en: 'Go on', id: 'Lanjutkan' },
  back: { en: 'Back', id: 'Kembali' },
  unreachable: {
    en: 'The server does not answer. Try again in a moment.',
    id: 'Server tidak menjawab. Coba lagi sebentar lagi.',
  },
});

/** Makes a call; where it needs a password of the last minutes, asks for it and makes the call again. */
export type WithPassword = <Answer>(call: () => Promise<Answer>) => Promise<Answer>;

const GateContext = createContext<WithPassword>((call) => call());

/** For calls that only a person may make who has just given the password. */
export function useWithPassword(): WithPassword {
  return useContext(GateContext);
}

type Asked = Readonly<{ settle: (given: boolean) => void }>;

/** Holds the one dialog that asks for the password, whatever page made the call. */
export function PasswordGate({ children }: Readonly<{ children: ReactNode }>) {
  const [asked, setAsked] = useState<readonly Asked[]>([]);
  const ask = useCallback(
    () =>
      new Promise<boolean>((settle) => {
        setAsked((waiting) => [...waiting, { settle }]);
      }),
    [],
  );
  const withPassword = useMemo<WithPassword>(
    () => async (call) => {
      try {
        return await call();
      } catch (error) {
        if (!needsPassword(error) || !(await ask())) throw error;
        return call();
      }
    },
    [ask],
  );
  const settle = (given: boolean) => {
    setAsked([]);
    for (const one of asked) one.settle(given);
  };
  return (
    <GateContext value={withPassword}>
      {children}
      {asked.length === 0 ? null : <ProofDialog onSettled={settle} />}
    </GateContext>
  );
}

function needsPassword(error: unknown): boolean {
  return error instanceof CallRefused && error.code === 'PASSWORD_NEEDED';
}

/** Whoever has signed in by an identity provider proves there who it is, in a window beside this one. */
function ProofDialog({ onSettled }: Readonly<{ onSettled: (given: boolean) => void }>) {
  const { provider } = useSession();
  if (provider === null) return <PasswordDialog onSettled={onSettled} />;
  return <ProviderDialog name={provider.name} onSettled={onSettled} />;
}

type ProviderProps = Readonly<{ name: string; onSettled: (given: boolean) => void }>;

function ProviderDialog({ name, onSettled }: ProviderProps) {
  const say = useWords(words);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => whenProven(() => onSettled(true)), [onSettled]);
  return (
    <dialog ref={dialog} aria-labelledby="proof-asked" onClose={() => onSettled(false)}>
      <div className="form">
        <h2 id="proof-asked">{say('titleThere', { name })}</h2>
        <p className="soft">{say('whyThere')}</p>
        <footer>
          <button type="button" className="btn" onClick={() => onSettled(false)}>
            {say('back')} <kbd>Esc</kbd>
          </button>
          <button
            type="button"
            className="btn primary"
            autoFocus
            onClick={() => window.open(CHECK_ADDRESS, 'lunas-check', 'popup,width=520,height=720')}
          >
            {say('goThere', { name })}
          </button>
        </footer>
      </div>
    </dialog>
  );
}

function PasswordDialog({ onSettled }: Readonly<{ onSettled: (given: boolean) => void }>) {
  const say = useWords(words);
  const { language } = useLanguage();
  const { client } = useSession();
  const dialog = useRef<HTMLDialogElement>(null);
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const check = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await client.call('POST /v1/session/password-check', { body: { password } });
      onSettled(true);
    } catch (error) {
      setFault(
        error instanceof CallRefused ? refusalIn(language, error.problem) : say('unreachable'),
      );
      setBusy(false);
    }
  };
  return (
    <dialog ref={dialog} aria-labelledby="password-asked" onClose={() => onSettled(false)}>
      <form className="form" onSubmit={(event) => void check(event)}>
        <h2 id="password-asked">{say('title')}</h2>
        <p className="soft">{say('why')}</p>
        <label>
          {say('password')}
          <span className="field">
            <input
              type="password"
              autoComplete="current-password"
              required
              autoFocus
              value={password}
              aria-invalid={fault === undefined ? undefined : true}
              aria-describedby="password-fault"
              onChange={(event) => setPassword(event.target.value)}
            />
          </span>
        </label>
        <p id="password-fault" className="fault" role="alert">
          {fault}
        </p>
        <footer>
          <button type="button" className="btn" onClick={() => onSettled(false)}>
            {say('back')} <kbd>Esc</kbd>
          </button>
          <button type="submit" className="btn primary" disabled={isBusy}>
            {say('goOn')} <kbd>Enter</kbd>
          </button>
        </footer>
      </form>
    </dialog>
  );
}
