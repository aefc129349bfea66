import { useState } from 'react';
import { faultOf, useAct } from '../../api/use-call.js';
import { useRole, type Role } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, TextField } from '../../ui/form-dialog.js';
import { Status, type StatusLook } from '../../ui/status.js';
import { useWords } from '../../words/words.js';
import { useWritesCustomers } from './change-customer.js';
import { SetLimit } from './credit-limit.js';
import { careWords } from './customer-care-words.js';
import type { Credit, Customer } from './customer-facts.js';

/** Whose word lets a customer buy on account. */
const CREDIT_GRANTERS: readonly Role[] = ['arManager', 'creditController'];

const OPEN: StatusLook = { shape: 'paid', family: 'in' };
const STOPPED: StatusLook = { shape: 'off', family: 'off' };

type Props = Readonly<{ customer: Customer; credit: Credit }>;

/** Whether anything is sold to a customer, and on account; both are stopped and opened again here. */
export function Selling({ customer, credit }: Props) {
  const say = useWords(careWords);
  const { active, inactiveReason } = customer;
  const isBlocked = credit.status === 'blocked';
  return (
    <section className="contact" aria-labelledby="selling">
      <h2 id="selling">{say('selling')}</h2>
      <p>
        <Status look={active ? OPEN : STOPPED}>{say(active ? 'isSold' : 'isNotSold')}</Status>
      </p>
      {inactiveReason === null ? null : <p className="soft">{inactiveReason}</p>}
      {credit.status === 'none' ? null : (
        <p>
          <Status look={isBlocked ? STOPPED : OPEN}>
            {say(isBlocked ? 'creditBlocked' : 'creditOpen')}
          </Status>
        </p>
      )}
      {credit.blockedReason === null ? null : <p className="soft">{credit.blockedReason}</p>}
      <SellingVerbs customer={customer} credit={credit} />
    </section>
  );
}

function SellingVerbs({ customer, credit }: Props) {
  const mayWrite = useWritesCustomers() && customer.mergedInto === null;
  const mayGrant = CREDIT_GRANTERS.includes(useRole());
  if (!mayWrite) return null;
  return (
    <span className="row">
      {customer.active ? <Disable customer={customer} /> : <Enable customer={customer} />}
      {mayGrant ? <SetLimit customer={customer} credit={credit} /> : null}
      {credit.status === 'open' ? <Block customer={customer} mayOpen={mayGrant} /> : null}
      {credit.status === 'blocked' && mayGrant ? (
        <Unblock customer={customer} reason={credit.blockedReason} />
      ) : null}
    </span>
  );
}

type OfCustomer = Pick<Props, 'customer'>;

function useDisabling({ customer }: OfCustomer) {
  const disable = useAct('POST /v1/customers/{customerId}/disabling');
  const enable = useAct('POST /v1/customers/{customerId}/disabling/undoing');
  const params = { customerId: customer.id };
  return {
    disable,
    enable,
    stop: (reason: string) => disable.mutateAsync({ params, body: { reason } }),
    open: () => enable.mutateAsync({ params }),
  };
}

function Disable({ customer }: OfCustomer) {
  const say = useWords(careWords);
  const tell = useToast();
  const { disable, stop, open } = useDisabling({ customer });
  const told = () => tell(say('disabled', { name: customer.name }), open);
  return (
    <Asked verb={say('disable')} why={say('disableWhy')} act={disable}>
      {(reason) => stop(reason).then(told)}
    </Asked>
  );
}

function Enable({ customer }: OfCustomer) {
  const say = useWords(careWords);
  const tell = useToast();
  const { enable, stop, open } = useDisabling({ customer });
  const reason = customer.inactiveReason ?? say('isNotSold');
  const told = () => tell(say('enabled', { name: customer.name }), () => stop(reason));
  return (
    <button
      type="button"
      className="btn small"
      disabled={enable.isPending}
      onClick={() => void open().then(told, (error: unknown) => tell(faultOf(error) ?? ''))}
    >
      {say('enable')}
    </button>
  );
}

function useBlocking({ customer }: OfCustomer) {
  const block = useAct('POST /v1/customers/{customerId}/credit-block');
  const unblock = useAct('POST /v1/customers/{customerId}/credit-block/undoing');
  const params = { customerId: customer.id };
  return {
    block,
    unblock,
    close: (reason: string) => block.mutateAsync({ params, body: { reason } }),
    open: () => unblock.mutateAsync({ params }),
  };
}

/** Everybody of finance blocks; only who grants credit can undo it. */
function Block({ customer, mayOpen }: OfCustomer & Readonly<{ mayOpen: boolean }>) {
  const say = useWords(careWords);
  const tell = useToast();
  const { block, close, open } = useBlocking({ customer });
  const told = () => tell(say('blocked', { name: customer.name }), mayOpen ? open : undefined);
  return (
    <Asked verb={say('block')} why={say('blockWhy')} act={block}>
      {(reason) => close(reason).then(told)}
    </Asked>
  );
}

function Unblock({ customer, reason }: OfCustomer & Readonly<{ reason: string | null }>) {
  const say = useWords(careWords);
  const tell = useToast();
  const { unblock, close, open } = useBlocking({ customer });
  const again = () => close(reason ?? say('creditBlocked'));
  const told = () => tell(say('opened', { name: customer.name }), again);
  return (
    <button
      type="button"
      className="btn small"
      disabled={unblock.isPending}
      onClick={() => void open().then(told, (error: unknown) => tell(faultOf(error) ?? ''))}
    >
      {say('unblock')}
    </button>
  );
}

type AskedProps = Readonly<{
  verb: string;
  /** What it does and what it does not. */
  why: string;
  act: Readonly<{ error: unknown; isPending: boolean; reset: () => void }>;
  children: (reason: string) => Promise<unknown>;
}>;

/** A verb that asks for its reason first. */
function Asked({ verb, why, act, children: go }: AskedProps) {
  const say = useWords(careWords);
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    act.reset();
  };
  const submit = (typed: Typed) => void go(typed('reason')).then(close, () => undefined);
  return (
    <>
      <button type="button" className="btn small" onClick={() => setOpen(true)}>
        {verb}
      </button>
      {isOpen ? (
        <FormDialog title={verb} submit={verb} act={act} onSubmit={submit} onClose={close}>
          <p className="soft">{why}</p>
          <TextField name="reason" label={say('reason')} maxLength={200} autoFocus />
        </FormDialog>
      ) : null}
    </>
  );
}
