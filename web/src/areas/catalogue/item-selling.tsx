import { useState } from 'react';
import { faultOf, useAct } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled } from '../../ui/form-dialog.js';
import { moment } from '../../ui/format.js';
import { usePlace } from '../../ui/place.js';
import { Status } from '../../ui/status.js';
import { useWords } from '../../words/words.js';
import type { Item, PartProps } from './item.js';
import { itemWords } from './item-words.js';

function useWithdrawal({ id, replacedBy }: Item) {
  const withdraw = useAct('POST /v1/items/{itemId}/withdrawal');
  const bringBack = useAct('DELETE /v1/items/{itemId}/withdrawal');
  const params = { itemId: id };
  const take = (sku: string | null) =>
    withdraw.mutateAsync({ params, body: sku === null ? {} : { replacedBy: sku } });
  return {
    withdraw,
    bringBack,
    take,
    takeAgain: () => take(replacedBy),
    sell: () => bringBack.mutateAsync({ params }),
  };
}

/** Whether an item is sold, and what instead; withdrawn and sold again, each undone by the other. */
export function ItemSelling({ item, mayWrite }: PartProps) {
  const say = useWords(itemWords);
  const place = usePlace();
  const { active, withdrawnAt, replacedBy } = item;
  return (
    <section aria-labelledby="item-selling">
      <h2 id="item-selling">{say('selling')}</h2>
      <p>
        {active ? (
          <Status look={{ shape: 'paid', family: 'in' }}>{say('sells')}</Status>
        ) : (
          <Status look={{ shape: 'off', family: 'off' }}>{say('withdrawn')}</Status>
        )}
      </p>
      {withdrawnAt === null ? null : (
        <p className="soft">{say('since', { at: moment(withdrawnAt, place) })}</p>
      )}
      {replacedBy === null ? null : <p className="soft">{say('instead', { sku: replacedBy })}</p>}
      {mayWrite && active ? <Withdraw item={item} /> : null}
      {mayWrite && !active ? <SellAgain item={item} /> : null}
    </section>
  );
}

function SellAgain({ item }: Readonly<{ item: Item }>) {
  const say = useWords(itemWords);
  const tell = useToast();
  const { bringBack, sell, takeAgain } = useWithdrawal(item);
  const press = async () => {
    try {
      await sell();
      tell(say('isSold', { name: item.name }), takeAgain);
    } catch (error) {
      tell(faultOf(error) ?? '');
    }
  };
  return (
    <button
      type="button"
      className="btn small"
      disabled={bringBack.isPending}
      onClick={() => void press()}
    >
      {say('sellAgain')}
    </button>
  );
}

function Withdraw({ item }: Readonly<{ item: Item }>) {
  const say = useWords(itemWords);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="btn small" onClick={() => setOpen(true)}>
        {say('withdraw')}
      </button>
      {isOpen ? <WithdrawForm item={item} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function WithdrawForm({ item, onClose }: Readonly<{ item: Item; onClose: () => void }>) {
  const say = useWords(itemWords);
  const tell = useToast();
  const { withdraw, take, sell } = useWithdrawal(item);
  const save = async (typed: Typed) => {
    await take(typed('replacement') || null);
    onClose();
    tell(say('isWithdrawn', { name: item.name }), sell);
  };
  return (
    <FormDialog
      title={say('withdrawTitle', { name: item.name })}
      submit={say('withdraw')}
      act={withdraw}
      onSubmit={(typed) => void save(typed).catch(() => undefined)}
      onClose={onClose}
    >
      <p className="soft">{say('withdrawWhy')}</p>
      <Labelled label={say('replacement')} help="replacement">
        <input name="replacement" maxLength={64} autoFocus />
      </Labelled>
    </FormDialog>
  );
}
