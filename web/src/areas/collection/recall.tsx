import { useState } from 'react';
import { useAct } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import { FormDialog, TextField } from '../../ui/form-dialog.js';
import { amount as shown, money, type WireMoney } from '../../ui/format.js';
import { useWords } from '../../words/words.js';
import { agenciesWords } from './agencies-words.js';

type Props = Readonly<{
  of: Readonly<{
    id: string;
    number: string;
    balance: Readonly<{ outstanding: WireMoney }>;
  }>;
}>;

const digitsOf = (text: string) => text.replaceAll(/\D/g, '');

/** Calls a case back. It cannot come back to the agency as it was: the amount is typed. */
export function Recall({ of }: Props) {
  const say = useWords(agenciesWords);
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <button type="button" className="btn small" onClick={() => setAsked(true)}>
        {say('recall')}
      </button>
      {isAsked ? <RecallDialog of={of} onClose={() => setAsked(false)} /> : null}
    </>
  );
}

function RecallDialog({ of, onClose }: Props & Readonly<{ onClose: () => void }>) {
  const say = useWords(agenciesWords);
  const tell = useToast();
  const act = useAct('POST /v1/placements/{placementId}/recall');
  const { outstanding } = of.balance;
  const onSuccess = () => {
    onClose();
    tell(say('isRecalled', { number: of.number }));
  };
  return (
    <FormDialog
      title={say('recall')}
      submit={say('recall')}
      act={act}
      isReady={(typed) =>
        typed('reason') !== '' && digitsOf(typed('amount')) === digitsOf(shown(outstanding))
      }
      onSubmit={(typed) =>
        act.mutate(
          { params: { placementId: of.id }, body: { reason: typed('reason') } },
          { onSuccess },
        )
      }
      onClose={onClose}
    >
      <p className="soft">{say('recallWhy', { amount: money(outstanding) })}</p>
      <label>
        {say('reason')}
        <textarea name="reason" />
      </label>
      <TextField name="amount" label={say('amount')} inputMode="numeric" />
    </FormDialog>
  );
}
