import { useState } from 'react';
import { useAct } from '../../api/use-call.js';
import type { Role } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled } from '../../ui/form-dialog.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { peopleWords } from './people-words.js';
import { placeOf, RoleAndPlace } from './person-fields.js';
import type { Code } from './people.js';

/** A new person, who sets a password by the code that comes back. */
export function AddPerson({
  onClose,
  onAdded,
}: Readonly<{ onClose: () => void; onAdded: (code: Code | undefined) => void }>) {
  const say = useWords(peopleWords);
  const { language } = useLanguage();
  const tell = useToast();
  const add = useAct('POST /v1/users');
  const [role, setRole] = useState<Role>('cashier');
  const submit = (typed: Typed) => {
    const [name, email] = [typed('name'), typed('email')];
    const byMail = typed('byMail') === 'on';
    const body = { name, email, role, language, byMail, ...placeOf(typed) };
    add.mutate(
      { body },
      {
        onSuccess: ({ code, expiresAt }) => {
          if (byMail) tell(say('invitedByMail', { email }));
          onAdded(code === null || expiresAt === null ? undefined : { name, code, expiresAt });
        },
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
      <RoleAndPlace role={role} onChoose={setRole} />
      <label className="check">
        <input type="checkbox" name="byMail" />
        {say('byMail')}
      </label>
    </FormDialog>
  );
}
