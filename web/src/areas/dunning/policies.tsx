import { useState } from 'react';
import type { BodyOf } from '../../api/client.js';
import { useAct, useCall } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { dayIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, TextField } from '../../ui/form-dialog.js';
import { WholeTable } from '../../ui/list-page.js';
import { NothingFound } from '../../ui/states.js';
import { useSegmentName } from '../../words/code-words.js';
import { useWords } from '../../words/words.js';
import { SetupPage } from '../company/views.js';
import { ASKERS } from '../company/askers.js';
import { WaitingChanges } from '../company/waiting-changes.js';
import { PlanPolicy } from './plan-policy.js';
import { policiesWords } from './policies-words.js';
import { PolicyPreview } from './policy-preview.js';

export type Policy = BodyOf<'GET /v1/dunning-policies'>['data'][number];

/** Every version of every policy; each shows what it does before it holds. */
export function Page() {
  const say = useWords(policiesWords);
  const policies = useCall('GET /v1/dunning-policies', {});
  const [shown, setShown] = useState<Policy>();
  const [changed, setChanged] = useState<Policy>();
  const columns = useColumns(setShown, setChanged);
  return (
    <SetupPage>
      <WaitingChanges kinds={['dunning-policy']} />
      <WholeTable
        title={say('policies')}
        exportAs="dunning-policies"
        query={policies}
        columns={columns}
        keyOf={({ id }) => id}
        onOpen={setShown}
        density="normal"
        none={<NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>}
      />
      {shown === undefined ? null : (
        <PolicyPreview of={shown} onClose={() => setShown(undefined)} />
      )}
      {changed === undefined ? null : (
        <PlanPolicy of={changed} onClose={() => setChanged(undefined)} />
      )}
    </SetupPage>
  );
}

type Show = (policy: Policy) => void;

function useColumns(onPreview: Show, onPlan: Show): readonly Column<Policy>[] {
  const say = useWords(policiesWords);
  const segmentName = useSegmentName();
  const forWhom = ({ segment }: Policy) =>
    segment === null ? say('everybody') : segmentName(segment);
  const toAgency = ({ placement }: Policy) =>
    placement === null ? say('person') : say('days', { n: placement.daysPastDue });
  return [
    {
      id: 'policy',
      head: say('policy'),
      value: ({ code, version }) => textIn(say('version', { code, version })),
      cell: ({ code, version }) => <b>{say('version', { code, version })}</b>,
    },
    { id: 'for', head: say('forWhom'), value: (policy) => textIn(forWhom(policy)) },
    { id: 'from', head: say('from'), value: ({ inForceFrom }) => dayIn(inForceFrom) },
    { id: 'state', head: say('state'), value: ({ state }) => textIn(say(state)) },
    { id: 'letters', head: say('letters'), value: (policy) => textIn(daysOfLetters(policy)) },
    { id: 'agency', head: say('agency'), value: (policy) => textIn(toAgency(policy)) },
    {
      id: 'verbs',
      head: say('verbs'),
      value: null,
      cell: (policy) => <Verbs policy={policy} onPreview={onPreview} onPlan={onPlan} />,
    },
  ];
}

function daysOfLetters({ levels }: Policy): string {
  return levels.map(({ daysPastDue }) => daysPastDue).join(', ');
}

type VerbsProps = Readonly<{ policy: Policy; onPreview: Show; onPlan: Show }>;

function Verbs({ policy, onPreview, onPlan }: VerbsProps) {
  const say = useWords(policiesWords);
  const mayPlan = ASKERS.includes(useRole());
  const name = say('version', { code: policy.code, version: policy.version });
  return (
    <span className="row">
      <button
        type="button"
        className="btn small"
        aria-label={`${say('preview')}: ${name}`}
        onClick={() => onPreview(policy)}
      >
        {say('preview')}
      </button>
      {mayPlan ? (
        <button type="button" className="btn small plain" onClick={() => onPlan(policy)}>
          {say('plan', { code: `${policy.code} ${policy.version}` })}
        </button>
      ) : null}
      {mayPlan && policy.state === 'planned' ? <Withdraw policy={policy} /> : null}
    </span>
  );
}

/** Asks to take back a version that has not begun. */
function Withdraw({ policy }: Readonly<{ policy: Policy }>) {
  const say = useWords(policiesWords);
  const tell = useToast();
  const [isAsking, setAsking] = useState(false);
  const withdraw = useAct('POST /v1/dunning-policies/{policyId}/withdrawal');
  const submit = (typed: Typed) =>
    withdraw.mutate(
      { params: { policyId: policy.id }, body: { reason: typed('reason') } },
      {
        onSuccess: () => {
          setAsking(false);
          tell(say('isPlanned'));
        },
      },
    );
  return (
    <>
      <button type="button" className="btn small plain" onClick={() => setAsking(true)}>
        {say('withdraw')}
      </button>
      {isAsking ? (
        <FormDialog
          title={say('withdraw')}
          submit={say('save')}
          act={withdraw}
          onSubmit={submit}
          onClose={() => setAsking(false)}
        >
          <TextField name="reason" label={say('reason')} maxLength={500} />
        </FormDialog>
      ) : null}
    </>
  );
}
