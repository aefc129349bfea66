import { useState } from 'react';
import { useAct } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled, TextField } from '../../ui/form-dialog.js';
import { amount, money } from '../../ui/format.js';
import { typedMoney } from '../../ui/read-money.js';
import { useKeys } from '../../ui/use-keys.js';
import { useWords } from '../../words/words.js';
import { careWords } from './customer-care-words.js';
import type { Credit, Customer } from './customer-facts.js';

type Props = Readonly<{ customer: Customer; credit: Credit }>;

/** `L` sets how much is sold on account, until when. */
export function SetLimit({ customer, credit }: Props) {
  const say = useWords(careWords);
  const [isOpen, setOpen] = useState(false);
  useKeys({ l: () => setOpen(true) });
  return (
    <>
      <button type="button" className="btn small" onClick={() => setOpen(true)}>
        {say('setLimit')} <kbd>L</kbd>
      </button>
      {isOpen ? (
        <LimitForm customer={customer} credit={credit} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}

function LimitForm({ customer, credit, onClose }: Props & Readonly<{ onClose: () => void }>) {
  const say = useWords(careWords);
  const { set, save } = useLimit({ customer, credit });
  return (
    <FormDialog
      title={say('limitTitle', { name: customer.name })}
      submit={say('save')}
      act={set}
      onSubmit={(typed) => void save(typed).then(onClose, () => undefined)}
      onClose={onClose}
    >
      <p className="soft">{say('limitWhy')}</p>
      <TextField
        name="limit"
        label={say('limit', { currency: credit.limit.currency })}
        inputMode="decimal"
        defaultValue={amount(credit.limit)}
        autoFocus
      />
      <Labelled label={say('limitUntil')} help="creditUntil">
        <input name="validUntil" type="date" defaultValue={credit.validUntil ?? ''} />
      </Labelled>
      <Labelled label={say('reviewOn')}>
        <input name="reviewOn" type="date" defaultValue={credit.reviewOn ?? ''} />
      </Labelled>
      <TextField name="reason" label={say('reason')} help="secondPersonReason" maxLength={500} />
    </FormDialog>
  );
}

/** What holds at once is put back by the undo; what waits for a second person is taken back by it. */
function useLimit({ customer, credit }: Props) {
  const say = useWords(careWords);
  const tell = useToast();
  const set = useAct('PUT /v1/customers/{customerId}/credit-limit');
  const decide = useAct('POST /v1/master-changes/{masterChangeId}/approval');
  const params = { customerId: customer.id };
  const { limit, validUntil, reviewOn } = credit;
  const save = async (typed: Typed) => {
    const body = {
      limit: typedMoney(typed('limit'), limit.currency),
      validUntil: typed('validUntil') || null,
      reviewOn: typed('reviewOn') || null,
      reason: typed('reason'),
    };
    const { waiting } = await set.mutateAsync({ params, body });
    if (waiting === null)
      tell(say('limitSet', { name: customer.name, limit: money(body.limit) }), () =>
        set.mutateAsync({
          params,
          body: { limit, validUntil, reviewOn, reason: say('limitUndone') },
        }),
      );
    else
      tell(say('limitAsked'), () =>
        decide.mutateAsync({
          params: { masterChangeId: waiting.id },
          body: { decision: 'rejected' },
        }),
      );
  };
  return { set, save };
}
