import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCall } from '../../api/use-call.js';
import type { BodyOf } from '../../api/client.js';
import { roleWords } from '../../shell/role-words.js';
import { useSession } from '../../shell/session.js';
import { textIn } from '../../ui/cells.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { Download, firstOf } from '../../ui/download.js';
import { moment } from '../../ui/format.js';
import { OneTimeCode } from '../../ui/one-time-code.js';
import { Page as Frame } from '../../ui/page.js';
import { usePlace } from '../../ui/place.js';
import { Loaded } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { SetupViews } from '../company/views.js';
import { setupWords } from '../company/setup-words.js';
import { AddPerson } from './add-person.js';
import { SecondFactorRule } from './second-factor-rule.js';
import { PersonVerbs } from './person-verbs.js';
import { stateOf, StateOf } from './person-state.js';
import { peopleWords } from './people-words.js';
import './people.css';

export type User = BodyOf<'GET /v1/users'>['data'][number];
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
      <SecondFactorRule mayChange={mayChange} />
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

/** The code that a person sets a password by, shown once. */
export function CodeOf({ code, onClose }: Readonly<{ code: Code; onClose: () => void }>) {
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
  const navigate = useNavigate();
  const active = people.filter((user) => user.active).length;
  return (
    <>
      <Download
        exportAs="people"
        title={say('title')}
        columns={columns}
        read={firstOf(people)}
        filters=""
        isEmpty={people.length === 0}
      />
      <DataTable
        caption={say('title')}
        columns={columns}
        rows={people}
        keyOf={(user) => user.id}
        onOpen={(user) =>
          void navigate({ to: '/setup/people/$userId', params: { userId: user.id } })
        }
        density="normal"
        foot={
          <tr>
            <th scope="row">{say('total', { n: people.length, active })}</th>
          </tr>
        }
      />
    </>
  );
}

function useColumns(onCode: ((code: Code) => void) | undefined): readonly Column<User>[] {
  const say = useWords(peopleWords);
  const role = useWords(roleWords);
  const shown: readonly Column<User>[] = [
    {
      id: 'name',
      head: say('name'),
      value: (user) => textIn(user.name),
      cell: (user) => (
        <Link className="medium" to="/setup/people/$userId" params={{ userId: user.id }}>
          {user.name}
        </Link>
      ),
    },
    {
      id: 'email',
      head: say('email'),
      value: (user) => textIn(user.email),
      wide: (user) => user.email,
    },
    { id: 'role', head: say('role'), value: (user) => textIn(role(user.role)) },
    {
      id: 'store',
      head: say('store'),
      value: (user) => textIn(user.store ?? user.agency ?? say('all')),
    },
    {
      id: 'state',
      head: say('state'),
      value: (user) => textIn(say(stateOf(user))),
      cell: (user) => <StateOf user={user} />,
    },
  ];
  if (onCode === undefined) return shown;
  const verbs: Column<User> = {
    id: 'verbs',
    head: say('verbs'),
    value: null,
    cell: (user) => <PersonVerbs user={user} onCode={onCode} />,
  };
  return [...shown, verbs];
}
