import { useState } from 'react';
import { PERSON_ROLES } from '../../../../contract/roles.js';
import { useAct, useCall } from '../../api/use-call.js';
import { roleWords } from '../../shell/role-words.js';
import { useSession, type Role } from '../../shell/session.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled } from '../../ui/form-dialog.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { peopleWords } from './people-words.js';
import type { Code } from './people.js';

const OF_A_STORE: readonly Role[] = ['cashier', 'storeManager'];

/** A new person, who sets a password by the code that comes back. */
export function AddPerson({
  onClose,
  onAdded,
}: Readonly<{ onClose: () => void; onAdded: (code: Code) => void }>) {
  const say = useWords(peopleWords);
  const { language } = useLanguage();
  const add = useAct('POST /v1/users');
  const [role, setRole] = useState<Role>('cashier');
  const submit = (typed: Typed) => {
    const [name, email] = [typed('name'), typed('email')];
    const body = { name, email, role, language, ...placeOf(typed) };
    add.mutate(
      { body },
      {
        onSuccess: ({ code, expiresAt }) =>
          code === null ? onClose() : onAdded({ name, code, expiresAt }),
      },
    );
  };
  return (
    <FormDialog
      title={say('add')}
      submit={say('save')}
      act={add}
      onSubmit={submit}
      onClose={onClose}
    >
      <Labelled label={say('name')}>
        <input name="name" required maxLength={120} autoFocus />
      </Labelled>
      <Labelled label={say('email')}>
        <input name="email" type="email" required maxLength={254} />
      </Labelled>
      <RoleChoice role={role} onChoose={setRole} />
      {OF_A_STORE.includes(role) ? <StoreChoice /> : null}
      {role === 'partner' ? <AgencyChoice /> : null}
    </FormDialog>
  );
}

/** The store or the agency that the person works for, where the role has one. */
function placeOf(typed: Typed) {
  const [store, agency] = [typed('store'), typed('agency')];
  return { ...(store === '' ? {} : { store }), ...(agency === '' ? {} : { agency }) };
}

function RoleChoice({ role, onChoose }: Readonly<{ role: Role; onChoose: (role: Role) => void }>) {
  const say = useWords(peopleWords);
  const name = useWords(roleWords);
  return (
    <label>
      {say('role')}
      <span className="field">
        <select value={role} onChange={(event) => onChoose(event.target.value as Role)}>
          {PERSON_ROLES.map((one) => (
            <option key={one} value={one}>
              {name(one)}
            </option>
          ))}
        </select>
      </span>
    </label>
  );
}

function StoreChoice() {
  const say = useWords(peopleWords);
  const { stores } = useSession().surroundings;
  return <PlaceChoice name="store" label={say('store')} places={stores} />;
}

function AgencyChoice() {
  const say = useWords(peopleWords);
  const agencies = useCall('GET /v1/agencies', {});
  return <PlaceChoice name="agency" label={say('agency')} places={agencies.data?.data ?? []} />;
}

type PlaceProps = Readonly<{
  name: 'store' | 'agency';
  label: string;
  places: readonly Readonly<{ code: string; name: string }>[];
}>;

function PlaceChoice({ name, label, places }: PlaceProps) {
  return (
    <Labelled label={label}>
      <select name={name} required>
        {places.map((place) => (
          <option key={place.code} value={place.code}>
            {place.name}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
