import type { BodyOf } from '../../api/client.js';
import { momentIn, textIn } from '../../ui/cells.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { useWords } from '../../words/words.js';
import { accountWords } from './account-words.js';

export type OpenSession = BodyOf<'GET /v1/sessions'>['data'][number];

/** Where a person is signed in, the last used first; `onEnd` ends one of them. */
export function OpenSessions({
  sessions,
  onEnd,
}: Readonly<{
  sessions: readonly OpenSession[];
  onEnd?: ((session: OpenSession) => void) | undefined;
}>) {
  const say = useWords(accountWords);
  const columns = useColumns(onEnd);
  if (sessions.length === 0) return <p className="soft">{say('noSessions')}</p>;
  return (
    <DataTable
      caption={say('sessions')}
      columns={columns}
      rows={sessions}
      keyOf={({ id }) => id}
      density="normal"
    />
  );
}

function useColumns(
  onEnd: ((session: OpenSession) => void) | undefined,
): readonly Column<OpenSession>[] {
  const say = useWords(accountWords);
  const shown: readonly Column<OpenSession>[] = [
    {
      id: 'program',
      head: say('program'),
      value: ({ program }) => textIn(programInShort(program) ?? say('unknown')),
      wide: ({ program }) => program ?? '',
    },
    { id: 'address', head: say('address'), value: ({ address }) => textIn(address) },
    { id: 'since', head: say('since'), value: ({ createdAt }) => momentIn(createdAt) },
    { id: 'last', head: say('lastUsed'), value: ({ lastSeenAt }) => momentIn(lastSeenAt) },
  ];
  if (onEnd === undefined) return shown;
  const verbs: Column<OpenSession> = {
    id: 'verbs',
    head: say('verbs'),
    value: null,
    cell: (session) =>
      session.current ? (
        say('here')
      ) : (
        <button type="button" className="btn small" onClick={() => onEnd(session)}>
          {say('endThere')}
        </button>
      ),
  };
  return [...shown, verbs];
}

/** `Firefox 140, Linux` of what a browser calls itself; what is not known is shown as it is. */
function programInShort(program: string | null): string | undefined {
  if (program === null) return undefined;
  const browser = BROWSERS.find(({ sign }) => sign.test(program));
  const system = SYSTEMS.find(({ sign }) => sign.test(program))?.name;
  if (browser === undefined) return program;
  const version = browser.sign.exec(program)?.[1] ?? '';
  return [`${browser.name} ${version}`.trim(), ...(system === undefined ? [] : [system])].join(
    ', ',
  );
}

/** The first that fits: most browsers claim to be the others too. */
const BROWSERS = [
  { name: 'Edge', sign: /Edg\w*\/(\d+)/ },
  { name: 'Opera', sign: /OPR\/(\d+)/ },
  { name: 'Firefox', sign: /(?:Firefox|FxiOS)\/(\d+)/ },
  { name: 'Chrome', sign: /(?:Chrome|CriOS)\/(\d+)/ },
  { name: 'Safari', sign: /Version\/(\d+).*Safari/ },
] as const;

const SYSTEMS = [
  { name: 'Android', sign: /Android/ },
  { name: 'iOS', sign: /iPhone|iPad/ },
  { name: 'Windows', sign: /Windows/ },
  { name: 'macOS', sign: /Mac OS X/ },
  { name: 'Linux', sign: /Linux/ },
] as const;
