import { useState, type FormEvent } from 'react';
import { CallRefused, clientOf } from '../api/client.js';
import { entered } from '../ui/dialog.js';
import { useLanguage } from '../words/language.js';
import { refusalIn } from '../words/refusal.js';
import { defineWords, useWords } from '../words/words.js';
import { SignInField } from './sign-in-field.js';

const words = defineWords({
  title: { en: 'Set your password', id: 'Buat kata sandi' },
  says: {
    en: 'The code comes from whoever gave you access. It works once.',
    id: 'Kodenya dari orang yang memberi Anda akses, dan dipakai sekali.',
  },
  code: { en: 'Code', id: 'Kode' },
  password: { en: 'New password', id: 'Kata sandi baru' },
  least: { en: 'At least 12 characters', id: 'Sedikitnya 12 karakter' },
  go: { en: 'Set it', id: 'Simpan' },
  back: { en: 'Back', id: 'Kembali' },
  failed: {
    en: 'The server does not answer. Try again in a moment.',
    id: 'Server tidak menjawab. Coba lagi sebentar lagi.',
  },
});

/** Turns the code of an invitation or a reset into a password. */
export function SetPassword({ code, onEnd }: Readonly<{ code: string; onEnd: () => void }>) {
  const say = useWords(words);
  const { language } = useLanguage();
  const [fault, setFault] = useState<string>();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const password = given.get('password');
    const body = {
      code: entered(given, 'code'),
      password: typeof password === 'string' ? password : '',
    };
    try {
      await clientOf(undefined).call('POST /v1/passwords', { body });
      onEnd();
    } catch (error) {
      setFault(error instanceof CallRefused ? refusalIn(language, error.problem) : say('failed'));
    }
  };
  return (
    <main className="sign-in" id="main">
      <form className="form panel" onSubmit={(event) => void submit(event)}>
        <h1>{say('title')}</h1>
        <p className="soft">{say('says')}</p>
        <SignInField
          label={say('code')}
          name="code"
          type="text"
          autoComplete="one-time-code"
          defaultValue={code}
        />
        <SignInField
          label={`${say('password')}. ${say('least')}`}
          name="password"
          type="password"
          autoComplete="new-password"
        />
        <p className="fault" role="alert">
          {fault}
        </p>
        <button type="submit" className="btn primary">
          {say('go')}
        </button>
        <button type="button" className="btn plain" onClick={onEnd}>
          {say('back')}
        </button>
      </form>
    </main>
  );
}
