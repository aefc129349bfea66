import type { BodyOf } from '../../api/client.js';
import { useAct, useCall } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, TextField } from '../../ui/form-dialog.js';
import { Loaded } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import type { Merge } from './merge-list.js';
import { mergeWords } from './merge-words.js';

/** Makes two customers of one again, after saying what goes back and what stays; its undo merges them anew. */
export function SplitDialog({ merge, onClose }: Readonly<{ merge: Merge; onClose: () => void }>) {
  const say = useWords(mergeWords);
  const tell = useToast();
  const params = { mergeId: merge.id };
  const whole = useCall('GET /v1/customer-merges/{mergeId}', { params });
  const split = useAct('POST /v1/customer-merges/{mergeId}/undoing');
  const again = useAct('POST /v1/customer-merges');
  const { kept, merged, reason } = merge;
  const save = async (typed: Typed) => {
    await split.mutateAsync({ params, body: { reason: typed('reason') } });
    onClose();
    const body = { keptId: kept.id, mergedId: merged.id, reason };
    tell(say('splitDone', { kept: kept.name, merged: merged.name }), () =>
      again.mutateAsync({ body }),
    );
  };
  return (
    <FormDialog
      title={`${say('split')}: ${kept.name}, ${merged.name}`}
      submit={say('split')}
      act={split}
      onSubmit={(typed) => void save(typed).catch(() => undefined)}
      onClose={onClose}
    >
      <Loaded query={whole} rows={2}>
        {(loaded) => <WhatMoves merge={loaded} />}
      </Loaded>
      <TextField name="reason" label={say('reason')} maxLength={200} autoFocus />
    </FormDialog>
  );
}

type Whole = BodyOf<'GET /v1/customer-merges/{mergeId}'>;

function WhatMoves({ merge }: Readonly<{ merge: Whole }>) {
  const say = useWords(mergeWords);
  const { moved, cameAfter, kept, merged } = merge;
  const { contacts, payers, virtualAccounts: accounts } = moved;
  return (
    <>
      <p className="soft">{say('splitWhy', { merged: merged.name, contacts, payers, accounts })}</p>
      <p className="soft">{say('stays', { kept: kept.name, ...cameAfter })}</p>
    </>
  );
}
