import { STAFF_ROLES } from '../../../../contract/roles.js';
import { useState } from 'react';
import { useAct, useCall } from '../../api/use-call.js';
import { roleWords } from '../../shell/role-words.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useWords } from '../../words/words.js';
import { peopleWords } from './people-words.js';

/** Which roles need a second factor: a sentence, and a form for who may change it. */
export function SecondFactorRule({ mayChange }: Readonly<{ mayChange: boolean }>) {
  const say = useWords(peopleWords);
  const name = useWords(roleWords);
  const rule = useCall('GET /v1/second-factor-rule', {}, { live: false });
  const [isOpen, setOpen] = useState(false);
  if (rule.data === undefined) return null;
  const { roles } = rule.data;
  const named = roles.map((role) => name(role)).join(', ');
  return (
    <p className="soft rule">
      {roles.length === 0 ? say('ruleNone') : say('rule', { roles: named })}{' '}
      {mayChange ? (
        <button type="button" className="btn small plain" onClick={() => setOpen(true)}>
          {say('changeRule')}
        </button>
      ) : null}
      {isOpen ? <RuleForm roles={roles} onClose={() => setOpen(false)} /> : null}
    </p>
  );
}

type FormProps = Readonly<{ roles: readonly (typeof STAFF_ROLES)[number][]; onClose: () => void }>;

function RuleForm({ roles, onClose }: FormProps) {
  const say = useWords(peopleWords);
  const name = useWords(roleWords);
  const tell = useToast();
  const change = useAct('PUT /v1/second-factor-rule');
  const submit = (typed: Typed) =>
    change.mutate(
      { body: { roles: STAFF_ROLES.filter((role) => typed(role) === 'on') } },
      {
        onSuccess: () => {
          const undo = () =>
            change.mutateAsync({ body: { roles: [...roles] } }).then(() => undefined);
          tell(say('ruleChanged'), undo);
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={say('ruleTitle')}
      submit={say('change')}
      act={change}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft">{say('ruleWhy')}</p>
      {STAFF_ROLES.map((role) => (
        <label key={role} className="check">
          <input type="checkbox" name={role} defaultChecked={roles.includes(role)} />
          {name(role)}
        </label>
      ))}
    </FormDialog>
  );
}
