import { useState } from 'react';
import type { BodyOf } from '../../api/client.js';
import { useCall } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { momentIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { WholeTable } from '../../ui/list-page.js';
import { OneTimeCode } from '../../ui/one-time-code.js';
import { Page as Frame } from '../../ui/page.js';
import { NothingFound } from '../../ui/states.js';
import { Status } from '../../ui/status.js';
import { useWords } from '../../words/words.js';
import { SetupViews } from '../company/views.js';
import { AddKey, RevokeKey, RotateKey } from './key-forms.js';
import { keyWords, scopeWords } from './key-words.js';
import './people.css';

export type Key = BodyOf<'GET /v1/keys'>['data'][number];
export type Token = Readonly<{ label: string; token: string }>;

type Open =
  Readonly<{ kind: 'add' }> | Readonly<{ kind: 'rotate' | 'revoke'; key: Key }> | undefined;

/** Keys of machines and people: what each may do, until when, and its end. */
export function Page() {
  const say = useWords(keyWords);
  const keys = useCall('GET /v1/keys', {});
  const mayChange = useRole() === 'admin';
  const [open, setOpen] = useState<Open>();
  const [token, setToken] = useState<Token>();
  const columns = useColumns(mayChange ? setOpen : undefined);
  const close = () => setOpen(undefined);
  const told = (given: Token | undefined) => {
    close();
    setToken(given);
  };
  const add = (
    <button type="button" className="btn small primary" onClick={() => setOpen({ kind: 'add' })}>
      {say('add')}
    </button>
  );
  return (
    <Frame title={say('page')} views={<SetupViews />} verbs={mayChange ? add : undefined}>
      <WholeTable
        title={say('title')}
        exportAs="keys"
        query={keys}
        columns={columns}
        keyOf={({ keyId }) => keyId}
        density="normal"
        none={<NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>}
      />
      {open?.kind === 'add' ? <AddKey onClose={close} onTold={told} /> : null}
      {open?.kind === 'rotate' ? <RotateKey of={open.key} onClose={close} onTold={told} /> : null}
      {open?.kind === 'revoke' ? <RevokeKey of={open.key} onClose={close} /> : null}
      {token === undefined ? null : (
        <OneTimeCode
          title={say('tokenTitle', { label: token.label })}
          code={token.token}
          says={say('tokenSays')}
          onClose={() => setToken(undefined)}
        />
      )}
    </Frame>
  );
}

function useColumns(onOpen: ((open: Open) => void) | undefined): readonly Column<Key>[] {
  const say = useWords(keyWords);
  const scope = useWords(scopeWords);
  const mayInWords = ({ scopes }: Key) =>
    scopes.length === 0
      ? say('all')
      : scopes.map((one) => scope(one as keyof typeof scopeWords)).join(', ');
  const shown: readonly Column<Key>[] = [
    { id: 'label', head: say('label'), className: 'medium', value: ({ label }) => textIn(label) },
    { id: 'holder', head: say('holder'), value: ({ holder }) => textIn(holder ?? say('machine')) },
    {
      id: 'scopes',
      head: say('scopes'),
      value: (key) => textIn(mayInWords(key)),
      wide: mayInWords,
    },
    { id: 'made', head: say('made'), value: ({ createdAt }) => momentIn(createdAt) },
    {
      id: 'ends',
      head: say('ends'),
      value: ({ expiresAt }) => (expiresAt === null ? textIn(say('never')) : momentIn(expiresAt)),
    },
    {
      id: 'state',
      head: say('state'),
      value: (key) => textIn(say(isGood(key) ? 'good' : 'over')),
      cell: (key) => <StateOf isGood={isGood(key)} />,
    },
  ];
  if (onOpen === undefined) return shown;
  const verbs: Column<Key> = {
    id: 'verbs',
    head: say('verbs'),
    value: null,
    cell: (key) => <Verbs of={key} onOpen={onOpen} />,
  };
  return [...shown, verbs];
}

/** By the clock on the wall, as the API judges it. */
function isGood({ revokedAt, expiresAt }: Key): boolean {
  return revokedAt === null && (expiresAt === null || Date.parse(expiresAt) > Date.now());
}

function StateOf({ isGood: good }: Readonly<{ isGood: boolean }>) {
  const say = useWords(keyWords);
  if (good) return <Status look={{ shape: 'paid', family: 'in' }}>{say('good')}</Status>;
  return <Status look={{ shape: 'off', family: 'off' }}>{say('over')}</Status>;
}

function Verbs({ of, onOpen }: Readonly<{ of: Key; onOpen: (open: Open) => void }>) {
  const say = useWords(keyWords);
  if (!isGood(of)) return null;
  const verb = (kind: 'rotate' | 'revoke', look: string) => (
    <button
      type="button"
      className={look}
      aria-label={`${say(kind)}: ${of.label}`}
      onClick={() => onOpen({ kind, key: of })}
    >
      {say(kind)}
    </button>
  );
  return (
    <span className="row">
      {of.role === 'integration' && of.scopes.length > 0 ? verb('rotate', 'btn small') : null}
      {verb('revoke', 'btn small plain')}
    </span>
  );
}
