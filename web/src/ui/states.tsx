import { IconAlertTriangle, IconCheck, IconLock, IconSearch } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import { CallRefused } from '../api/client.js';
import { useLanguage } from '../words/language.js';
import { refusalIn } from '../words/refusal.js';
import { defineWords, useWords } from '../words/words.js';

const words = defineWords({
  failed: { en: 'This did not come', id: 'Ini tidak terbaca' },
  answered: {
    en: 'The server answered {code}: {detail}',
    id: 'Server menjawab {code}: {detail}',
  },
  unreachable: {
    en: 'The server does not answer. Nothing that you entered is lost.',
    id: 'Server tidak menjawab. Yang sudah Anda isi tidak hilang.',
  },
  request: { en: 'Request {id}', id: 'Permintaan {id}' },
  again: { en: 'Try now', id: 'Coba lagi' },
  notAllowed: { en: 'Your role may not see this', id: 'Peran Anda tidak boleh melihat ini' },
  loading: { en: 'Loading', id: 'Memuat' },
});

type StateProps = Readonly<{
  icon: ReactNode;
  title: string;
  family?: 'in' | 'bad' | 'over' | 'wait';
  children?: ReactNode;
  verbs?: ReactNode;
}>;

export function State({ icon, title, family, children, verbs }: StateProps) {
  return (
    <div className={`state ${family ?? ''}`} role="status">
      {icon}
      <div>
        <h2>{title}</h2>
        <p className="soft">{children}</p>
        {verbs === undefined ? null : <div className="verbs">{verbs}</div>}
      </div>
    </div>
  );
}

/** Nothing is here because nothing is left to do: says what comes next. */
export function Done({ title, children, verbs }: Omit<StateProps, 'icon' | 'family'>) {
  return (
    <State icon={<IconCheck className="i large" />} title={title} family="in" verbs={verbs}>
      {children}
    </State>
  );
}

/** Nothing fits the filters: says which to drop. */
export function NothingFound({ title, children, verbs }: Omit<StateProps, 'icon' | 'family'>) {
  return (
    <State icon={<IconSearch className="i large" />} title={title} verbs={verbs}>
      {children}
    </State>
  );
}

/** What could not be read, since when, and how to try again. The rest of the page stays. */
export function Failed({ error, retry }: Readonly<{ error: unknown; retry: () => unknown }>) {
  const say = useWords(words);
  const { language } = useLanguage();
  if (error instanceof CallRefused && error.problem.status === 403)
    return (
      <State icon={<IconLock className="i large" />} title={say('notAllowed')}>
        {refusalIn(language, error.problem)}
      </State>
    );
  return (
    <State
      icon={<IconAlertTriangle className="i large" />}
      title={say('failed')}
      family="bad"
      verbs={
        <button type="button" className="btn small" onClick={() => void retry()}>
          {say('again')}
        </button>
      }
    >
      {error instanceof CallRefused
        ? `${say('answered', { code: error.problem.code, detail: refusalIn(language, error.problem) })} ${
            error.problem.requestId === undefined
              ? ''
              : say('request', { id: error.problem.requestId })
          }`
        : say('unreachable')}
    </State>
  );
}

const SHOWN_AFTER_MS = 300;

/** Nothing at first; rows in grey when it takes longer than a moment. */
export function Loading({ rows = 6 }: Readonly<{ rows?: number }>) {
  const say = useWords(words);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SHOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div className="skeleton" role="img" aria-label={say('loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <i key={index} style={{ width: `${40 + ((index * 37) % 50)}%` }} />
      ))}
    </div>
  );
}

type Query<Data> = Readonly<{
  data: Data | undefined;
  error: unknown;
  isError: boolean;
  refetch: () => unknown;
}>;

/** Shows what was read; before that a skeleton, and what went wrong instead of it. */
export function Loaded<Data>({
  query,
  children,
  rows = 6,
}: Readonly<{ query: Query<Data>; children: (data: Data) => ReactNode; rows?: number }>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <Failed error={query.error} retry={query.refetch} />;
  return <Loading rows={rows} />;
}
