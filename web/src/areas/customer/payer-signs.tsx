import { useState } from 'react';
import type { BodyOf } from '../../api/client.js';
import { faultOf, useAct, useCall } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { FormDialog, TextField } from '../../ui/form-dialog.js';
import { useWords } from '../../words/words.js';
import { payerWords } from './payer-words.js';

const WRITERS: readonly string[] = ['arClerk', 'arManager', 'creditController'];

type Of = Readonly<{ customerId: string }>;
type Alias = BodyOf<'GET /v1/customers/{customerId}/aliases'>['data'][number];
type Account = BodyOf<'GET /v1/customers/{customerId}/virtual-accounts'>['data'][number];

/** By what the payments of a customer are recognised: accounts that it pays from, and accounts that it pays into. */
export function PayerSigns({ customerId }: Of) {
  const say = useWords(payerWords);
  const params = { customerId };
  const aliases = useCall('GET /v1/customers/{customerId}/aliases', { params });
  const accounts = useCall('GET /v1/customers/{customerId}/virtual-accounts', { params });
  const [adding, setAdding] = useState<'alias' | 'account'>();
  const mayWrite = WRITERS.includes(useRole());
  const close = () => setAdding(undefined);
  return (
    <section className="signs" aria-label={say('title')}>
      <h2>{say('title')}</h2>
      <h3>{say('from')}</h3>
      {aliases.data?.data.map((alias) => (
        <AliasLine key={alias.id} customerId={customerId} alias={alias} mayWrite={mayWrite} />
      ))}
      {aliases.data?.data.length === 0 ? <p className="soft">{say('noAlias')}</p> : null}
      {mayWrite ? <AddButton says={say('addAlias')} onAdd={() => setAdding('alias')} /> : null}
      <h3>{say('into')}</h3>
      {accounts.data?.data.map((account) => (
        <AccountLine
          key={account.id}
          customerId={customerId}
          account={account}
          mayWrite={mayWrite}
        />
      ))}
      {accounts.data?.data.length === 0 ? <p className="soft">{say('noAccount')}</p> : null}
      {mayWrite ? <AddButton says={say('addAccount')} onAdd={() => setAdding('account')} /> : null}
      {adding === 'alias' ? <AddAlias customerId={customerId} onClose={close} /> : null}
      {adding === 'account' ? <AddAccount customerId={customerId} onClose={close} /> : null}
    </section>
  );
}

function AddButton({ says, onAdd }: Readonly<{ says: string; onAdd: () => void }>) {
  return (
    <button type="button" className="btn small" onClick={onAdd}>
      {says}
    </button>
  );
}

function AliasLine({
  customerId,
  alias,
  mayWrite,
}: Of & Readonly<{ alias: Alias; mayWrite: boolean }>) {
  const say = useWords(payerWords);
  const tell = useToast();
  const end = useAct('POST /v1/customers/{customerId}/aliases/{aliasId}/ending');
  const undo = useAct('POST /v1/customers/{customerId}/aliases/{aliasId}/ending/undoing');
  const { id, account, byHand, confirmations: n, revokedAt } = alias;
  const input = { params: { customerId, aliasId: id } };
  const again = () => undo.mutateAsync(input);
  const stop = () =>
    end.mutate(input, {
      onSuccess: () => tell(say('aliasEnded', { account }), again),
      onError: (error) => tell(faultOf(error) ?? ''),
    });
  return (
    <SignLine
      number={account}
      says={byHand && n === 0 ? say('byHand') : say('learned', { n })}
      hasEnded={revokedAt !== null}
      onEnd={mayWrite ? stop : undefined}
      onAgain={mayWrite ? () => void again() : undefined}
    />
  );
}

function AccountLine({
  customerId,
  account,
  mayWrite,
}: Of & Readonly<{ account: Account; mayWrite: boolean }>) {
  const say = useWords(payerWords);
  const tell = useToast();
  const end = useAct('POST /v1/customers/{customerId}/virtual-accounts/{virtualAccountId}/ending');
  const undo = useAct(
    'POST /v1/customers/{customerId}/virtual-accounts/{virtualAccountId}/ending/undoing',
  );
  const { id, number, bank, invoice, closedAt } = account;
  const input = { params: { customerId, virtualAccountId: id } };
  const onError = (error: unknown) => tell(faultOf(error) ?? '');
  const stop = () =>
    end.mutate(input, {
      onSuccess: () => tell(say('accountEnded', { number }), () => undo.mutate(input, { onError })),
      onError,
    });
  return (
    <SignLine
      number={number}
      says={
        invoice === null
          ? say('forAll', { bank })
          : say('forInvoice', { bank, invoice: invoice.number })
      }
      hasEnded={closedAt !== null}
      onEnd={mayWrite ? stop : undefined}
      onAgain={mayWrite ? () => undo.mutate(input, { onError }) : undefined}
    />
  );
}

type LineProps = Readonly<{
  number: string;
  says: string;
  hasEnded: boolean;
  onEnd: (() => void) | undefined;
  onAgain: (() => void) | undefined;
}>;

function SignLine({ number, says, hasEnded, onEnd, onAgain }: LineProps) {
  const say = useWords(payerWords);
  const act = hasEnded ? onAgain : onEnd;
  const verb = say(hasEnded ? 'again' : 'end');
  return (
    <div className="contact sign">
      <span className="grow">
        <span className="mono">{number}</span>{' '}
        <span className="xs soft">{hasEnded ? say('ended') : says}</span>
      </span>
      {act === undefined ? null : (
        <button type="button" className="btn small" aria-label={`${verb}: ${number}`} onClick={act}>
          {verb}
        </button>
      )}
    </div>
  );
}

type AddProps = Of & Readonly<{ onClose: () => void }>;

function AddAlias({ customerId, onClose }: AddProps) {
  const say = useWords(payerWords);
  const tell = useToast();
  const add = useAct('POST /v1/customers/{customerId}/aliases');
  const end = useAct('POST /v1/customers/{customerId}/aliases/{aliasId}/ending');
  const save = async (account: string) => {
    const added = await add.mutateAsync({ params: { customerId }, body: { account } });
    onClose();
    const params = { customerId, aliasId: added.id };
    tell(say('aliasAdded', { account: added.account }), () => end.mutateAsync({ params }));
  };
  return (
    <FormDialog
      title={say('addAlias')}
      submit={say('save')}
      act={add}
      onSubmit={(typed) => void save(typed('account')).catch(() => undefined)}
      onClose={onClose}
    >
      <TextField
        name="account"
        label={say('account')}
        help="payerAccount"
        maxLength={64}
        autoFocus
      />
    </FormDialog>
  );
}

function AddAccount({ customerId, onClose }: AddProps) {
  const say = useWords(payerWords);
  const tell = useToast();
  const open = useAct('POST /v1/customers/{customerId}/virtual-accounts');
  const end = useAct('POST /v1/customers/{customerId}/virtual-accounts/{virtualAccountId}/ending');
  const save = async (body: Readonly<{ number: string; bank: string }>) => {
    const added = await open.mutateAsync({ params: { customerId }, body });
    onClose();
    const params = { customerId, virtualAccountId: added.id };
    tell(say('accountAdded', { number: added.number }), () => end.mutateAsync({ params }));
  };
  return (
    <FormDialog
      title={say('addAccount')}
      submit={say('save')}
      act={open}
      onSubmit={(typed) =>
        void save({ number: typed('number'), bank: typed('bank') }).catch(() => undefined)
      }
      onClose={onClose}
    >
      <TextField name="number" label={say('number')} maxLength={64} inputMode="numeric" autoFocus />
      <TextField name="bank" label={say('bank')} maxLength={64} />
    </FormDialog>
  );
}
