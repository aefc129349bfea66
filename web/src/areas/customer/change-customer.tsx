import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FINANCE_WRITERS } from '../../../../contract/roles.js';
import { useAct } from '../../api/use-call.js';
import { useRole, type Role } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useKeys } from '../../ui/use-keys.js';
import { useWords } from '../../words/words.js';
import { careWords } from './customer-care-words.js';
import type { Customer } from './customer-facts.js';
import { bodyOf, CustomerFields, typedBody } from './customer-form.js';

/** Whether this person may write what is known of customers. */
export function useWritesCustomers(): boolean {
  return (FINANCE_WRITERS as readonly Role[]).includes(useRole());
}

/** `E` opens what is known of a customer to be changed; one that was merged away is not changed. */
export function ChangeCustomer({ customer }: Readonly<{ customer: Customer }>) {
  const say = useWords(careWords);
  const [isOpen, setOpen] = useState(false);
  const isAllowed = useWritesCustomers() && customer.mergedInto === null;
  useKeys({ e: () => isAllowed && setOpen(true) });
  if (!isAllowed) return null;
  return (
    <>
      <button type="button" className="btn small" onClick={() => setOpen(true)}>
        {say('change')} <kbd>E</kbd>
      </button>
      {isOpen ? <ChangeForm customer={customer} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

type FormProps = Readonly<{ customer: Customer; onClose: () => void }>;

/** The undo puts back all that stood there. */
function ChangeForm({ customer, onClose }: FormProps) {
  const say = useWords(careWords);
  const tell = useToast();
  const change = useAct('PUT /v1/customers/{customerId}');
  const params = { customerId: customer.id };
  const save = async (typed: Typed) => {
    const { name } = await change.mutateAsync({ params, body: typedBody(typed) });
    onClose();
    tell(say('changed', { name }), () => change.mutateAsync({ params, body: bodyOf(customer) }));
  };
  return (
    <FormDialog
      title={say('changeTitle', { name: customer.name })}
      submit={say('save')}
      act={change}
      onSubmit={(typed) => void save(typed).catch(() => undefined)}
      onClose={onClose}
    >
      <CustomerFields of={customer} />
    </FormDialog>
  );
}

/** A new customer, without a credit line; the undo sells nothing to it. */
export function AddCustomer() {
  const say = useWords(careWords);
  const [isOpen, setOpen] = useState(false);
  const isAllowed = useWritesCustomers();
  useKeys({ n: () => isAllowed && setOpen(true) });
  if (!isAllowed) return null;
  return (
    <>
      <button type="button" className="btn small" onClick={() => setOpen(true)}>
        {say('add')} <kbd>N</kbd>
      </button>
      {isOpen ? <AddForm onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function AddForm({ onClose }: Readonly<{ onClose: () => void }>) {
  const say = useWords(careWords);
  const tell = useToast();
  const navigate = useNavigate();
  const add = useAct('POST /v1/customers');
  const disable = useAct('POST /v1/customers/{customerId}/disabling');
  const save = async (typed: Typed) => {
    const { id, name, number } = await add.mutateAsync({ body: typedBody(typed) });
    onClose();
    const undo = { params: { customerId: id }, body: { reason: say('addedWrongly') } };
    tell(say('added', { name, number }), () => disable.mutateAsync(undo));
    void navigate({ to: `/customers/${id}` });
  };
  return (
    <FormDialog
      title={say('add')}
      submit={say('addIt')}
      act={add}
      onSubmit={(typed) => void save(typed).catch(() => undefined)}
      onClose={onClose}
    >
      <CustomerFields of={undefined} />
    </FormDialog>
  );
}
