import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { faultOf, useAct, useCall } from '../../api/use-call.js';
import { roleWords } from '../../shell/role-words.js';
import { useSession, type Role } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled, TextField } from '../../ui/form-dialog.js';
import { Page as Frame } from '../../ui/page.js';
import { Loaded, NothingFound } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { accountWords } from './account-words.js';
import { OpenSessions } from './open-sessions.js';
import { CodeOf, type Code, type User } from './people.js';
import { peopleWords } from './people-words.js';
import { placeOf, RoleAndPlace } from './person-fields.js';
import { StateOf } from './person-state.js';
import { keptOf, PersonVerbs } from './person-verbs.js';
import './people.css';

/** One person: what the person may do, and where the person is signed in. */
export function Page() {
  const say = useWords(peopleWords);
  const { userId } = useParams({ strict: false }) as { userId: string };
  const people = useCall('GET /v1/users', {});
  const user = people.data?.data.find(({ id }) => id === userId);
  const [code, setCode] = useState<Code>();
  const mayChange = useSession().person.role === 'admin';
  return (
    <Frame
      title={user?.name ?? say('person')}
      crumb={{ label: say('title'), to: '/setup/people' }}
      verbs={
        user !== undefined && mayChange ? <PersonVerbs user={user} onCode={setCode} /> : undefined
      }
    >
      <div className="body account">
        <Loaded query={people}>
          {() =>
            user === undefined ? (
              <NothingFound title={say('nobody')}>{say('nobodyWhy')}</NothingFound>
            ) : (
              <About user={user} mayChange={mayChange} />
            )
          }
        </Loaded>
      </div>
      {code === undefined ? null : <CodeOf code={code} onClose={() => setCode(undefined)} />}
    </Frame>
  );
}

type AboutProps = Readonly<{ user: User; mayChange: boolean }>;

function About({ user, mayChange }: AboutProps) {
  return (
    <>
      <Facts user={user} mayChange={mayChange} />
      <Factor user={user} mayChange={mayChange} />
      <Account user={user} mayChange={mayChange} />
      <SignedIn user={user} mayChange={mayChange} />
    </>
  );
}

function Facts({ user, mayChange }: AboutProps) {
  const say = useWords(peopleWords);
  const role = useWords(roleWords);
  const { person } = useSession();
  const [isOpen, setOpen] = useState(false);
  const facts = [
    [say('email'), user.email],
    [say('role'), role(user.role)],
    [say('store'), user.store ?? user.agency ?? say('all')],
    [say('language'), say(user.language)],
  ] as const;
  return (
    <section aria-label={say('facts')}>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div className="fact">
          <dt>{say('state')}</dt>
          <dd>
            <StateOf user={user} />
          </dd>
        </div>
      </dl>
      {mayChange && user.id !== person.id ? (
        <button type="button" className="btn small" onClick={() => setOpen(true)}>
          {say('change')}
        </button>
      ) : null}
      {isOpen ? <ChangePerson user={user} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}

/** Another role, store, name or language; the undo puts back what stood there. */
function ChangePerson({ user, onClose }: Readonly<{ user: User; onClose: () => void }>) {
  const say = useWords(peopleWords);
  const tell = useToast();
  const change = useAct('PUT /v1/users/{userId}');
  const [role, setRole] = useState<Role>(user.role);
  const params = { userId: user.id };
  const submit = (typed: Typed) => {
    const language = typed('language') === 'en' ? 'en' : 'id';
    const body = { role, active: user.active, name: typed('name'), language } as const;
    change.mutate(
      { params, body: { ...body, ...placeOf(typed) } },
      {
        onSuccess: () => {
          const undo = () =>
            change.mutateAsync({ params, body: keptOf(user) }).then(() => undefined);
          tell(say('changed', { name: body.name }), undo);
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={say('changeTitle', { name: user.name })}
      submit={say('change')}
      act={change}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField name="name" label={say('name')} maxLength={120} defaultValue={user.name} />
      <RoleAndPlace role={role} onChoose={setRole} store={user.store} agency={user.agency} />
      <Labelled label={say('language')}>
        <select name="language" defaultValue={user.language}>
          <option value="id">{say('id')}</option>
          <option value="en">{say('en')}</option>
        </select>
      </Labelled>
    </FormDialog>
  );
}

function Factor({ user, mayChange }: AboutProps) {
  const say = useWords(peopleWords);
  const account = useWords(accountWords);
  const tell = useToast();
  const { person } = useSession();
  const end = useAct('DELETE /v1/users/{userId}/second-factor');
  const endIt = () =>
    end.mutate(
      { params: { userId: user.id } },
      {
        onSuccess: () => tell(say('factorEnded', { name: user.name })),
        onError: (error) => tell(faultOf(error) ?? ''),
      },
    );
  return (
    <section aria-label={account('factor')}>
      <h2>{account('factor')}</h2>
      <p className="soft">{say(user.secondFactor ? 'factorSet' : 'factorNotSet')}</p>
      {mayChange && user.secondFactor && user.id !== person.id ? (
        <button type="button" className="btn small" disabled={end.isPending} onClick={endIt}>
          {say('endFactor')}
        </button>
      ) : null}
    </section>
  );
}

/** The account of elsewhere by which the person signs in; forgotten, the person is known by the address again. */
function Account({ user, mayChange }: AboutProps) {
  const say = useWords(peopleWords);
  const tell = useToast();
  const forget = useAct('DELETE /v1/users/{userId}/identity');
  if (user.provider === null) return null;
  const forgetIt = () =>
    forget.mutate(
      { params: { userId: user.id } },
      {
        onSuccess: () => tell(say('accountForgotten', { name: user.name })),
        onError: (error) => tell(faultOf(error) ?? ''),
      },
    );
  return (
    <section aria-label={say('account')}>
      <h2>{say('account')}</h2>
      <p className="soft">{say('accountSays', { issuer: user.provider })}</p>
      {mayChange ? (
        <button type="button" className="btn small" disabled={forget.isPending} onClick={forgetIt}>
          {say('forgetAccount')}
        </button>
      ) : null}
    </section>
  );
}

function SignedIn({ user, mayChange }: AboutProps) {
  const say = useWords(peopleWords);
  const tell = useToast();
  const params = { userId: user.id };
  const sessions = useCall('GET /v1/users/{userId}/sessions', { params }, { live: false });
  const endAll = useAct('DELETE /v1/users/{userId}/sessions');
  const end = () =>
    endAll.mutate(
      { params },
      {
        onSuccess: ({ ended }) => tell(say('signedOut', { name: user.name, n: ended })),
        onError: (error) => tell(faultOf(error) ?? ''),
      },
    );
  return (
    <section aria-label={say('signedIn')}>
      <h2>{say('signedIn')}</h2>
      <Loaded query={sessions} rows={2}>
        {({ data }) => (
          <>
            <OpenSessions sessions={data} />
            {mayChange && data.length > 0 ? (
              <button type="button" className="btn small" disabled={endAll.isPending} onClick={end}>
                {say('signOutAll')}
              </button>
            ) : null}
          </>
        )}
      </Loaded>
    </section>
  );
}
