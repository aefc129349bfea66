import { useAct } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled, TextField } from '../../ui/form-dialog.js';
import { amount } from '../../ui/format.js';
import { typedMoney } from '../../ui/read-money.js';
import { useWords } from '../../words/words.js';
import type { Store } from './stores.js';
import { storesWords } from './stores-words.js';

type Props = Readonly<{ store: Store; onClose: () => void }>;

/** What receipts of a store say and how its tills round; the undo puts back what stood there. */
export function ChangeStore({ store, onClose }: Props) {
  const say = useWords(storesWords);
  const tell = useToast();
  const change = useAct('PUT /v1/stores/{storeId}');
  const { id: storeId, code: _code, mode: _mode, locations: _locations, ...before } = store;
  const save = async (typed: Typed) => {
    const group = typed('group');
    const body = {
      name: typed('name'),
      address: typed('address'),
      phone: typed('phone'),
      timeZone: typed('timeZone'),
      cashRoundingStep: typedMoney(typed('coin'), before.cashRoundingStep.currency),
      storeGroup: group === '' ? null : group,
    };
    const params = { storeId };
    await change.mutateAsync({ params, body });
    onClose();
    tell(say('storeKept', { name: body.name }), () => change.mutateAsync({ params, body: before }));
  };
  return (
    <FormDialog
      title={`${say('changeStore')} ${store.code}`}
      submit={say('keep')}
      act={change}
      onSubmit={(typed) => void save(typed).catch(() => undefined)}
      onClose={onClose}
    >
      <p className="soft">{say('storeWhy')}</p>
      <Fields of={before} />
    </FormDialog>
  );
}

type Changed = Omit<Store, 'id' | 'code' | 'mode' | 'locations'>;

function Fields({ of }: Readonly<{ of: Changed }>) {
  const say = useWords(storesWords);
  const field = (name: 'name' | 'address' | 'phone' | 'timeZone', maxLength: number) => (
    <TextField name={name} label={say(name)} maxLength={maxLength} defaultValue={of[name]} />
  );
  return (
    <>
      {field('name', 120)}
      {field('address', 500)}
      {field('phone', 40)}
      {field('timeZone', 64)}
      <TextField
        name="coin"
        label={say('coin')}
        inputMode="decimal"
        defaultValue={amount(of.cashRoundingStep)}
      />
      <Labelled label={say('group')} help="storeGroup">
        <input name="group" maxLength={64} defaultValue={of.storeGroup ?? ''} />
      </Labelled>
    </>
  );
}
