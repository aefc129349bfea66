import { useState } from 'react';
import { faultOf, useAct, useCall } from '../../api/use-call.js';
import type { BodyOf } from '../../api/client.js';
import { roleWords } from '../../shell/role-words.js';
import { useSession } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { moment } from '../../ui/format.js';
import { OneTimeCode } from '../../ui/one-time-code.js';
import { Page as Frame } from '../../ui/page.js';
import { usePlace } from '../../ui/place.js';
import { Loaded } from '../../ui/states.js';
import { Status } from '../../ui/status.js';
import { useWords } from '../../words/words.js';
import { SetupViews } from '../company/views.js';
import { setupWords } from '../company/setup-words.js';
import { AddPerson } from './add-person.js';
import { peopleWords } from './people-words.js';

type User = BodyOf<'GET /v1/users'>['data'][number];
export type Code = Readonly<{ name: string; code: string; expiresAt: string }>;

/** Who may sign in, as what, and in which store. */
export function Page() {
  const say = useWords(peopleWords);
  const title = useWords(setupWords)('title');
  const users = useCall('GET /v1/users', {});
  const { person } = useSession();
  const [isAdding, setAdding] = useState(false);
  const [code, setCode] = useState<Code>();
  const mayChange = person.role === 'admin';
  const add = (
    <button type="button" className="btn small primary" onClick={() => setAdding(true)}>
      {say('add')}
    </button>
  );
  return (
    <Frame title={title} views={<SetupViews />} verbs={mayChange ? add : undefined}>
      <Loaded query={users}>
        {({ data }) => <PeopleTable people={data} onCode={mayChange ? setCode : undefined} />}
      </Loaded>
      {isAdding ? (
        <AddPerson
          onClose={() => setAdding(false)}
          onAdded={(added) => {
            setAdding(false);
            setCode(added);
          }}
        />
      ) : null}
      {code === undefined ? null : <CodeOf code={code} onClose={() => setCode(undefined)} />}
    </Frame>
  );
}

function CodeOf({ code, onClose }: Readonly<{ code: Code; onClose: () => void }>) {
  const say = useWords(peopleWords);
  const place = usePlace();
  return (
    <OneTimeCode
      title={say('codeTitle', { name: code.name })}
      code={code.code}
      says={say('codeSays', { until: moment(code.expiresAt, place) })}
      onClose={onClose}
    />
  );
}

function PeopleTable({
  people,
  onCode,
}: Readonly<{ people: readonly User[]; onCode: ((code: Code) => void) | undefined }>) {
  const say = useWords(peopleWords);
  const columns = useColumns(onCode);
  const active = people.filter((user) => user.active).length;
  return (
    <DataTable
      caption={say('title')}
      columns={columns}
      rows={people}
      keyOf={(user) => user.id}
      density="normal"
      foot={
        <tr>
          <th scope="row">{say('total', { n: people.length, active })}</th>
        </tr>
      }
    />
  );
}

function useColumns(onCode: ((code: Code) => void) | undefined): readonly Column<User>[] {
  const say = useWords(peopleWords);
  const role = useWords(roleWords);
  const shown: readonly Column<User>[] = [
    { id: 'name', head: say('name'), cell: (user) => <span className="medium">{user.name}</span> },
    { id: 'email', head: say('email'), cell: (user) => user.email, wide: (user) => user.email },
    { id: 'role', head: say('role'), cell: (user) => role(user.role) },
    { id: 'store', head: say('store'), cell: (user) => user.store ?? user.agency ?? say('all') },
    { id: 'state', head: say('state'), cell: (user) => <StateOf user={user} /> },
  ];
  if (onCode === undefined) return shown;
  const verbs: Column<User> = {
    id: 'verbs',
    head: <span className="hidden">{say('verbs')}</span>,
    cell: (user) => <Verbs user={user} onCode={onCode} />,
  };
  return [...shown, verbs];
}

function StateOf({ user }: Readonly<{ user: User }>) {
  const say = useWords(peopleWords);
  if (!user.active)
    return <Status look={{ shape: 'off', family: 'off' }}>{say('disabled')}</Status>;
  if (user.invited)
    return <Status look={{ shape: 'captured', family: 'wait' }}>{say('invited')}</Status>;
  return <Status look={{ shape: 'paid', family: 'in' }}>{say('active')}</Status>;
}

function Verbs({ user, onCode }: Readonly<{ user: User; onCode: (code: Code) => void }>) {
  const say = useWords(peopleWords);
  const tell = useToast();
  const { person } = useSession();
  const change = useAct('PUT /v1/users/{userId}');
  const reset = useAct('POST /v1/users/{userId}/password-resets');
  if (user.id === person.id) return null;
  const params = { userId: user.id };
  const letIn = async (active: boolean) => {
    const body = {
      role: user.role,
      active,
      ...(user.store === null ? {} : { store: user.store }),
      ...(user.agency === null ? {} : { agency: user.agency }),
    };
    try {
      await change.mutateAsync({ params, body });
    } catch (error) {
      tell(faultOf(error) ?? '');
      return;
    }
    const says = say(active ? 'nowEnabled' : 'nowDisabled', { name: user.name });
    tell(says, active ? undefined : () => letIn(true));
  };
  const newPassword = async () => {
    try {
      const { code, expiresAt } = await reset.mutateAsync({ params });
      if (code !== null) onCode({ name: user.name, code, expiresAt });
    } catch (error) {
      tell(faultOf(error) ?? '');
    }
  };
  return (
    <span className="row">
      {user.active ? (
        <button type="button" className="btn small" onClick={() => void newPassword()}>
          {say('reset')}
        </button>
      ) : null}
      <button type="button" className="btn small plain" onClick={() => void letIn(!user.active)}>
        {say(user.active ? 'disable' : 'enable')}
      </button>
    </span>
  );
}
