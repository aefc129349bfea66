import { useState } from 'react';
import { useAct } from '../../api/use-call.js';
import type { InputOf } from '../../api/client.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled, TextField } from '../../ui/form-dialog.js';
import { useWords } from '../../words/words.js';
import { ProviderRoles, rolesOf, type RoleLine } from './provider-roles.js';
import { providerWords } from './provider-words.js';
import type { Provider } from './providers.js';

type ChangeBody = InputOf<'PUT /v1/identity-providers/{providerId}'>['body'];

const DEFAULTS = { scopes: 'openid email profile', groupsClaim: 'groups' } as const;

/** A provider of the company; its secret is entered here and never shown again. */
export function AddProvider({ onClose }: Readonly<{ onClose: () => void }>) {
  const say = useWords(providerWords);
  const tell = useToast();
  const add = useAct('POST /v1/identity-providers');
  const [lines, setLines] = useState<readonly RoleLine[]>([NEW_LINE]);
  const submit = (typed: Typed) =>
    add.mutate(
      { body: { ...fieldsIn(typed, lines), clientSecret: typed('clientSecret') } },
      {
        onSuccess: ({ name }) => {
          tell(say('added', { name }));
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={say('add')}
      submit={say('save')}
      act={add}
      onSubmit={submit}
      onClose={onClose}
    >
      <Fields of={undefined} />
      <TextField name="clientSecret" label={say('clientSecret')} maxLength={1_000} />
      <ProviderRoles lines={lines} onChange={setLines} />
    </FormDialog>
  );
}

const NEW_LINE: RoleLine = { group: '', role: 'arClerk', store: null };

/** The undo puts back what stood there; a secret that was replaced is known to nobody any more. */
export function ChangeProvider({ of, onClose }: Readonly<{ of: Provider; onClose: () => void }>) {
  const say = useWords(providerWords);
  const tell = useToast();
  const change = useAct('PUT /v1/identity-providers/{providerId}');
  const [lines, setLines] = useState<readonly RoleLine[]>(of.roles);
  const params = { providerId: of.id };
  const submit = (typed: Typed) => {
    const clientSecret = typed('clientSecret');
    const body = {
      ...fieldsIn(typed, lines),
      ...(clientSecret === '' ? {} : { clientSecret }),
    };
    const undo = () => change.mutateAsync({ params, body: bodyOf(of) }).then(() => undefined);
    const onSuccess = ({ name }: Provider) => {
      tell(say('changed', { name }), clientSecret === '' ? undo : undefined);
      onClose();
    };
    change.mutate({ params, body }, { onSuccess });
  };
  return (
    <FormDialog
      title={say('changeTitle', { name: of.name })}
      submit={say('save')}
      act={change}
      onSubmit={submit}
      onClose={onClose}
    >
      <Fields of={of} />
      <Labelled label={say('newSecret')}>
        <input name="clientSecret" maxLength={1_000} autoComplete="off" />
      </Labelled>
      <ProviderRoles lines={lines} onChange={setLines} />
    </FormDialog>
  );
}

function bodyOf({
  name,
  issuer,
  clientId,
  scopes,
  groupsClaim,
  admits,
  required,
  roles,
}: Provider) {
  return { name, issuer, clientId, scopes, groupsClaim, admits, required, roles: rolesOf(roles) };
}

function fieldsIn(typed: Typed, lines: readonly RoleLine[]): ChangeBody {
  return {
    name: typed('name'),
    issuer: typed('issuer'),
    clientId: typed('clientId'),
    scopes: typed('scopes'),
    groupsClaim: typed('groupsClaim'),
    admits: typed('admits') === 'everybody' ? 'everybody' : 'invited',
    required: typed('required') === 'yes',
    roles: rolesOf(lines),
  };
}

function Fields({ of }: Readonly<{ of: Provider | undefined }>) {
  const say = useWords(providerWords);
  const { name, issuer, clientId, scopes, groupsClaim }: Partial<Provider> = of ?? DEFAULTS;
  const filled = (value: string | undefined) =>
    value === undefined ? {} : { defaultValue: value };
  return (
    <>
      {of === undefined ? null : <RedirectUri of={of} />}
      <TextField name="name" label={say('name')} maxLength={60} autoFocus {...filled(name)} />
      <TextField name="issuer" label={say('issuer')} help="issuer" {...filled(issuer)} />
      <TextField name="clientId" label={say('clientId')} maxLength={255} {...filled(clientId)} />
      <TextField name="scopes" label={say('scopes')} help="scopes" {...filled(scopes)} />
      <TextField
        name="groupsClaim"
        label={say('groupsClaim')}
        help="groupsClaim"
        {...filled(groupsClaim)}
      />
      <Labelled label={say('admits')} help="admits">
        <select name="admits" defaultValue={of?.admits ?? 'invited'}>
          <option value="invited">{say('invited')}</option>
          <option value="everybody">{say('everybody')}</option>
        </select>
      </Labelled>
      <Labelled label={say('required')} help="providerRequired">
        <select name="required" defaultValue={of?.required === true ? 'yes' : 'no'}>
          <option value="no">{say('optional')}</option>
          <option value="yes">{say('isRequired')}</option>
        </select>
      </Labelled>
    </>
  );
}

function RedirectUri({ of: { redirectUri } }: Readonly<{ of: Provider }>) {
  const say = useWords(providerWords);
  if (redirectUri === null) return <p className="soft">{say('noAddress')}</p>;
  return (
    <p className="soft">
      {say('redirectUri')} <code className="mono">{redirectUri}</code>
    </p>
  );
}
