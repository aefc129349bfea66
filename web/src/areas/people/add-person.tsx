import { useState } from 'react';
import { STAFF_ROLES } from '../../../../contract/roles.js';
import { useAct } from '../../api/use-call.js';
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
    const [name, email, store] = [typed('name'), typed('email'), typed('store')];
    const body = { name, email, role, language, ...(store === '' ? {} : { store }) };
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
    </FormDialog>
  );
}

function RoleChoice({ role, onChoose }: Readonly<{ role: Role; onChoose: (role: Role) => void }>) {
  const say = useWords(peopleWords);
  const name = useWords(roleWords);
  return (
    <label>
      {say('role')}
      <span className="field">
        <select value={role} onChange={(event) => onChoose(event.target.value as Role)}>
          {STAFF_ROLES.map((one) => (
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
  return (
    <label>
      {say('store')}
      <span className="field">
        <select name="store">
          {stores.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </span>
    </label>
  );
}
