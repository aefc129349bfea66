import { useAct } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled, TextField } from '../../ui/form-dialog.js';
import { useWords } from '../../words/words.js';
import type { Policy } from './policies.js';
import { policiesWords } from './policies-words.js';

/** A new version of a policy with other days; everything else as it is. */
export function PlanPolicy({ of, onClose }: Readonly<{ of: Policy; onClose: () => void }>) {
  const say = useWords(policiesWords);
  const tell = useToast();
  const plan = useAct('POST /v1/dunning-policies');
  const decide = useAct('POST /v1/master-changes/{masterChangeId}/approval');
  const submit = (typed: Typed) =>
    plan.mutate(
      { body: versionOf(of, typed) },
      {
        onSuccess: ({ id }) => {
          onClose();
          const params = { masterChangeId: id };
          tell(say('isPlanned'), () => decide.mutate({ params, body: { decision: 'rejected' } }));
        },
      },
    );
  return (
    <FormDialog
      title={say('plan', { code: of.code })}
      submit={say('save')}
      act={plan}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft">{say('planWhy')}</p>
      <Labelled label={say('from')}>
        <input name="from" type="date" required />
      </Labelled>
      {of.levels.map(({ daysPastDue }, index) => (
        <Days
          key={index}
          name={`level-${index}`}
          label={say('levelDays', { level: index + 1 })}
          days={daysPastDue}
        />
      ))}
      <Days name="between" label={say('between')} days={of.daysBetweenLetters} />
      <Days name="credit-stop" label={say('creditStop')} days={of.creditStopDays} />
      <TextField name="reason" label={say('reason')} help="secondPersonReason" maxLength={500} />
    </FormDialog>
  );
}

type DaysProps = Readonly<{ name: string; label: string; days: number }>;

function Days({ name, label, days }: DaysProps) {
  return (
    <Labelled label={label}>
      <input name={name} type="number" min={0} max={3650} required defaultValue={days} />
    </Labelled>
  );
}

function versionOf(of: Policy, typed: Typed) {
  const { id: _id, version: _version, state: _state, ...terms } = of;
  return {
    ...terms,
    reason: typed('reason'),
    inForceFrom: typed('from'),
    daysBetweenLetters: Number(typed('between')),
    creditStopDays: Number(typed('credit-stop')),
    levels: of.levels.map((level, index) => ({
      ...level,
      daysPastDue: Number(typed(`level-${index}`)),
    })),
  };
}
