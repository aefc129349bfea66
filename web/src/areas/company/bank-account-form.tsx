import { useDo } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled, TextField } from '../../ui/form-dialog.js';
import { useWords } from '../../words/words.js';
import type { BankAccount } from './bank-accounts.js';
import { mastersWords } from './money-masters-words.js';

type Props = Readonly<{ of: BankAccount | undefined; onClose: () => void }>;

/** Asks for an account, or for other details of one. */
export function BankAccountForm({ of, onClose }: Props) {
  const say = useWords(mastersWords);
  const tell = useToast();
  const ask = useAsking(of);
  const submit = (typed: Typed) =>
    ask.mutate(typed, {
      onSuccess: () => {
        onClose();
        tell(say('asked'));
      },
    });
  return (
    <FormDialog
      title={of === undefined ? say('ask') : say('askTitle', { name: of.name })}
      submit={say('send')}
      act={ask}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft">{say('askWhy')}</p>
      <Labelled label={say('number')}>
        <input name="number" required maxLength={34} defaultValue={of?.number} autoFocus />
      </Labelled>
      <Labelled label={say('name')}>
        <input name="name" required maxLength={120} defaultValue={of?.name} />
      </Labelled>
      <Labelled label={say('bank')}>
        <input name="bank" required maxLength={120} defaultValue={of?.bankName} />
      </Labelled>
      <Labelled label={say('onDocuments')} help="onDocuments">
        <select name="documents" defaultValue={of?.onDocuments === false ? 'no' : 'yes'}>
          <option value="yes">{say('yes')}</option>
          <option value="no">{say('no')}</option>
        </select>
      </Labelled>
      <TextField name="reason" label={say('reason')} help="secondPersonReason" maxLength={500} />
    </FormDialog>
  );
}

function useAsking(of: BankAccount | undefined) {
  return useDo(async (client, typed: Typed) => {
    const body = {
      number: typed('number'),
      name: typed('name'),
      bankName: typed('bank'),
      onDocuments: typed('documents') === 'yes',
      reason: typed('reason'),
    };
    if (of === undefined) return (await client.call('POST /v1/bank-accounts', { body })).body;
    const params = { bankAccountId: of.id };
    return (await client.call('POST /v1/bank-accounts/{bankAccountId}/changes', { params, body }))
      .body;
  });
}
