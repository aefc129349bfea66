import { useState } from 'react';
import { faultOf, useAct, useCall } from '../../api/use-call.js';
import { useSession } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { Dialog, type Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled } from '../../ui/form-dialog.js';
import { Page as Frame } from '../../ui/page.js';
import { Loaded } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { accountWords } from './account-words.js';
import { OpenSessions, type OpenSession } from './open-sessions.js';
import { SetSecondFactor } from './set-second-factor.js';
import './people.css';

/** What a person keeps for the own sign-in: password, second factor, and where one is signed in. */
export function Page() {
  const say = useWords(accountWords);
  return (
    <Frame title={say('title')}>
      <div className="body account">
        <Password />
        <SecondFactor />
        <Sessions />
      </div>
    </Frame>
  );
}

function Password() {
  const say = useWords(accountWords);
  const { provider } = useSession();
  const [isOpen, setOpen] = useState(false);
  if (provider !== null)
    return (
      <section aria-label={say('password')}>
        <h2>{say('password')}</h2>
        <p className="soft">{say('passwordThere', { name: provider.name })}</p>
      </section>
    );
  return (
    <section aria-label={say('password')}>
      <h2>{say('password')}</h2>
      <p className="soft">{say('passwordSays')}</p>
      <button type="button" className="btn small" onClick={() => setOpen(true)}>
        {say('change')}
      </button>
      {isOpen ? <ChangePassword onClose={() => setOpen(false)} /> : null}
    </section>
  );
}

function ChangePassword({ onClose }: Readonly<{ onClose: () => void }>) {
  const say = useWords(accountWords);
  const tell = useToast();
  const change = useAct('PUT /v1/session/password');
  const submit = (typed: Typed) =>
    change.mutate(
      { body: { oldPassword: typed('old'), newPassword: typed('new') } },
      {
        onSuccess: () => {
          tell(say('changed'));
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={say('changePassword')}
      submit={say('change')}
      act={change}
      onSubmit={submit}
      onClose={onClose}
    >
      <PasswordField name="old" label={say('old')} complete="current-password" />
      <PasswordField name="new" label={say('new')} complete="new-password" />
    </FormDialog>
  );
}

type FieldProps = Readonly<{ name: string; label: string; complete: string }>;

function PasswordField({ name, label, complete }: FieldProps) {
  return (
    <Labelled label={label}>
      <input name={name} type="password" autoComplete={complete} required maxLength={1024} />
    </Labelled>
  );
}

const FACTOR_WORDS = {
  set: 'factorSet',
  'by-provider': 'factorThere',
  'not-set': 'factorNotSet',
  required: 'factorRequired',
} as const;

function SecondFactor() {
  const say = useWords(accountWords);
  const session = useCall('GET /v1/session', {}, { live: false });
  const { provider } = useSession();
  const [open, setOpen] = useState<'set' | 'end'>();
  const close = () => setOpen(undefined);
  return (
    <section aria-label={say('factor')}>
      <h2>{say('factor')}</h2>
      <Loaded query={session} rows={1}>
        {({ secondFactor }) => (
          <>
            <p className="soft">
              {say(FACTOR_WORDS[secondFactor], { name: provider?.name ?? '' })}
            </p>
            <button
              type="button"
              className="btn small"
              onClick={() => setOpen(secondFactor === 'set' ? 'end' : 'set')}
            >
              {say(secondFactor === 'set' ? 'end' : 'set')}
            </button>
          </>
        )}
      </Loaded>
      {open === 'set' ? <SetDialog onClose={close} onDone={() => void session.refetch()} /> : null}
      {open === 'end' ? <EndDialog onClose={close} /> : null}
    </section>
  );
}

function SetDialog({ onClose, onDone }: Readonly<{ onClose: () => void; onDone: () => void }>) {
  const say = useWords(accountWords);
  const { client, provider } = useSession();
  const done = () => {
    onDone();
    onClose();
  };
  return (
    <Dialog title={say('factor')} onClose={onClose}>
      <SetSecondFactor
        client={client}
        isByProvider={provider !== null}
        onDone={done}
        other={null}
      />
    </Dialog>
  );
}

function EndDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const say = useWords(accountWords);
  const tell = useToast();
  const { provider } = useSession();
  const end = useAct('POST /v1/session/second-factor/ending');
  const submit = (typed: Typed) =>
    end.mutate(
      {
        body: {
          ...(provider === null ? { password: typed('password') } : {}),
          code: typed('code'),
        },
      },
      {
        onSuccess: () => {
          tell(say('ended'));
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={say('endTitle')}
      submit={say('end')}
      act={end}
      onSubmit={submit}
      onClose={onClose}
    >
      {provider === null ? (
        <PasswordField name="password" label={say('ownPassword')} complete="current-password" />
      ) : null}
      <Labelled label={say('codeOrRecovery')}>
        <input name="code" autoComplete="one-time-code" required maxLength={40} />
      </Labelled>
    </FormDialog>
  );
}

function Sessions() {
  const say = useWords(accountWords);
  const tell = useToast();
  const sessions = useCall('GET /v1/sessions', {}, { live: false });
  const endThere = useAct('DELETE /v1/sessions/{sessionId}');
  const end = ({ id }: OpenSession) =>
    endThere.mutate(
      { params: { sessionId: id } },
      {
        onSuccess: () => tell(say('endedThere')),
        onError: (error) => tell(faultOf(error) ?? ''),
      },
    );
  return (
    <section>
      <h2>{say('sessions')}</h2>
      <Loaded query={sessions} rows={2}>
        {({ data }) => <OpenSessions sessions={data} onEnd={end} />}
      </Loaded>
    </section>
  );
}
