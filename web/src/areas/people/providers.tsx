import { useState } from 'react';
import type { BodyOf } from '../../api/client.js';
import { faultOf, useAct, useCall } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { WholeTable } from '../../ui/list-page.js';
import { NothingFound } from '../../ui/states.js';
import { Status } from '../../ui/status.js';
import { useWords } from '../../words/words.js';
import { SetupPage } from '../company/views.js';
import { AddProvider, ChangeProvider } from './provider-form.js';
import { providerWords } from './provider-words.js';
import './people.css';

export type Provider = BodyOf<'GET /v1/identity-providers'>['data'][number];

type Open =
  | Readonly<{ kind: 'add' }>
  | Readonly<{ kind: 'change' | 'off' | 'remove'; of: Provider }>
  | undefined;

/** Where people sign in with an account of elsewhere, and what its groups are here. */
export function Page() {
  const say = useWords(providerWords);
  const providers = useCall('GET /v1/identity-providers', {});
  const mayChange = useRole() === 'admin';
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const add = (
    <button type="button" className="btn small primary" onClick={() => setOpen({ kind: 'add' })}>
      {say('add')}
    </button>
  );
  return (
    <SetupPage verbs={mayChange ? add : undefined}>
      <p className="soft rule">{say('says')}</p>
      <WholeTable
        title={say('title')}
        exportAs="identity-providers"
        query={providers}
        columns={useColumns(mayChange ? setOpen : undefined)}
        keyOf={({ id }) => id}
        density="normal"
        none={<NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>}
      />
      {open?.kind === 'add' ? <AddProvider onClose={close} /> : null}
      {open?.kind === 'change' ? <ChangeProvider of={open.of} onClose={close} /> : null}
      {open?.kind === 'off' ? <SwitchOff of={open.of} onClose={close} /> : null}
      {open?.kind === 'remove' ? <Remove of={open.of} onClose={close} /> : null}
    </SetupPage>
  );
}

function useColumns(onOpen: ((open: Open) => void) | undefined): readonly Column<Provider>[] {
  const say = useWords(providerWords);
  const shown: readonly Column<Provider>[] = [
    { id: 'name', head: say('name'), className: 'medium', value: ({ name }) => textIn(name) },
    { id: 'issuer', head: say('issuer'), value: ({ issuer }) => textIn(issuer) },
    { id: 'admits', head: say('admits'), value: ({ admits }) => textIn(say(admits)) },
    {
      id: 'required',
      head: say('required'),
      value: ({ required }) => textIn(say(required ? 'isRequired' : 'optional')),
    },
    {
      id: 'state',
      head: say('state'),
      value: (provider) => textIn(say(stateOf(provider))),
      cell: (provider) => <StateOf of={provider} />,
    },
  ];
  if (onOpen === undefined) return shown;
  const verbs: Column<Provider> = {
    id: 'verbs',
    head: say('verbs'),
    value: null,
    cell: (provider) => <Verbs of={provider} onOpen={onOpen} />,
  };
  return [...shown, verbs];
}

function stateOf({ active, tested }: Provider): 'on' | 'off' | 'untried' {
  if (active) return 'on';
  return tested ? 'off' : 'untried';
}

function StateOf({ of }: Readonly<{ of: Provider }>) {
  const say = useWords(providerWords);
  const look = of.active
    ? ({ shape: 'paid', family: 'in' } as const)
    : ({ shape: 'off', family: 'off' } as const);
  return <Status look={look}>{say(stateOf(of))}</Status>;
}

type VerbName = 'test' | 'switchOn' | 'switchOff' | 'change' | 'remove';

function Verbs({ of, onOpen }: Readonly<{ of: Provider; onOpen: (open: Open) => void }>) {
  const say = useWords(providerWords);
  const { tryIt, switchOn } = useWaysOn(of);
  const verb = (name: VerbName, act: () => void) => (
    <button
      type="button"
      className={name === 'change' || name === 'remove' ? 'btn small plain' : 'btn small'}
      aria-label={say('verbOf', { verb: say(name), name: of.name })}
      onClick={act}
    >
      {say(name)}
    </button>
  );
  return (
    <span className="row">
      {of.redirectUri === null ? null : verb('test', tryIt)}
      {of.tested && !of.active ? verb('switchOn', switchOn) : null}
      {of.active ? verb('switchOff', () => onOpen({ kind: 'off', of })) : null}
      {verb('change', () => onOpen({ kind: 'change', of }))}
      {of.active ? null : verb('remove', () => onOpen({ kind: 'remove', of }))}
    </span>
  );
}

/** A test leaves the page for the provider, which leads back. Switched on, it can be taken back. */
function useWaysOn({ id, name }: Provider) {
  const say = useWords(providerWords);
  const tell = useToast();
  const begin = useAct('POST /v1/identity-providers/{providerId}/tests');
  const turn = useAct('POST /v1/identity-providers/{providerId}/switch');
  const params = { providerId: id };
  const onError = (error: unknown) => tell(faultOf(error) ?? '');
  return {
    tryIt: () =>
      begin.mutate({ params }, { onSuccess: ({ url }) => window.location.assign(url), onError }),
    switchOn: () =>
      turn.mutate(
        { params, body: { active: true } },
        {
          onSuccess: () =>
            tell(say('isOn', { name }), () => turn.mutate({ params, body: { active: false } })),
          onError,
        },
      ),
  };
}

type DialogProps = Readonly<{ of: Provider; onClose: () => void }>;

/** Asks once more: whoever is signed in by it is signed out. */
function SwitchOff({ of: { id, name }, onClose }: DialogProps) {
  const say = useWords(providerWords);
  const tell = useToast();
  const turn = useAct('POST /v1/identity-providers/{providerId}/switch');
  const submit = () =>
    turn.mutate(
      { params: { providerId: id }, body: { active: false } },
      {
        onSuccess: () => {
          tell(say('isOff', { name }));
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={say('offTitle', { name })}
      submit={say('switchOff')}
      act={turn}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft">{say('offWhy')}</p>
    </FormDialog>
  );
}

function Remove({ of: { id, name }, onClose }: DialogProps) {
  const say = useWords(providerWords);
  const tell = useToast();
  const remove = useAct('DELETE /v1/identity-providers/{providerId}');
  const submit = () =>
    remove.mutate(
      { params: { providerId: id } },
      {
        onSuccess: () => {
          tell(say('removed', { name }));
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={say('removeTitle', { name })}
      submit={say('remove')}
      act={remove}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft">{say('removeWhy')}</p>
    </FormDialog>
  );
}
