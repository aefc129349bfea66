import { useState } from 'react';
import type { BodyOf } from '../../api/client.js';
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

type Line = BodyOf<'PUT /v1/customers/{customerId}/credit-limit'>;

/** What waits for a second person is taken back by the undo; what held at once is asked for again as it was. */
function useLimit({ customer, credit }: Props) {
  const say = useWords(careWords);
  const tell = useToast();
  const set = useAct('PUT /v1/customers/{customerId}/credit-limit');
  const decide = useAct('POST /v1/master-changes/{masterChangeId}/approval');
  const params = { customerId: customer.id };
  const { limit, validUntil, reviewOn } = credit;
  const told = ({ waiting, ...held }: Line, undo: (() => unknown) | undefined) => {
    const now = { name: customer.name, limit: money(held.limit) };
    if (waiting === null) return tell(say('limitSet', now), undo);
    const takeBack = {
      params: { masterChangeId: waiting.id },
      body: { decision: 'rejected' },
    } as const;
    return tell(say('limitAsked'), () => decide.mutateAsync(takeBack));
  };
  const putBack = async () => {
    const body = { limit, validUntil, reviewOn, reason: say('limitUndone') };
    told(await set.mutateAsync({ params, body }), undefined);
  };
  const save = async (typed: Typed) => {
    const body = {
      limit: typedMoney(typed('limit'), limit.currency),
      validUntil: typed('validUntil') || null,
      reviewOn: typed('reviewOn') || null,
      reason: typed('reason'),
    };
    told(await set.mutateAsync({ params, body }), putBack);
  };
  return { set, save };
}
