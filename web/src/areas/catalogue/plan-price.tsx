import { useState } from 'react';
import { useAct, useCall } from '../../api/use-call.js';
import { useSession } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { amount, money } from '../../ui/format.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled } from '../../ui/form-dialog.js';
import { typedMoney } from '../../ui/read-money.js';
import { useWords } from '../../words/words.js';
import { pricesWords } from './prices-words.js';
import type { Item } from './prices.js';

/**
 * A new price of one item, for everybody or on a list, or its end on a list, from now or from a day to come; it can be
 * taken back until it holds.
 */
export function PlanPrice({ item, onClose }: Readonly<{ item: Item; onClose: () => void }>) {
  const say = useWords(pricesWords);
  const tell = useToast();
  const { surroundings } = useSession();
  const plan = useAct('POST /v1/price-changes');
  const withdraw = useAct('POST /v1/price-changes/{version}/withdrawal');
  const [list, setList] = useState('');
  const [ends, setEnds] = useState(false);
  const isEnd = ends && list !== '';
  const currency = item.unitPrice?.currency ?? surroundings.company.currency ?? 'IDR';
  const save = async (typed: Typed) => {
    const unitPrice = isEnd ? null : typedMoney(typed('price'), currency);
    const from = typed('from');
    const { version, state } = await plan.mutateAsync({
      body: {
        items: [{ sku: item.sku, unitPrice }],
        note: typed('note'),
        ...(list === '' ? {} : { priceList: list }),
        ...(from === '' ? {} : { effectiveFrom: from }),
      },
    });
    onClose();
    const takeBack = () => withdraw.mutateAsync({ params: { version } });
    const says =
      unitPrice === null
        ? say('endPlanned', { item: item.name, list })
        : say('planned', { item: item.name, price: money(unitPrice) });
    tell(says, state === 'planned' ? takeBack : undefined);
  };
  return (
    <FormDialog
      title={say('planOf', { item: item.name })}
      submit={say('save')}
      act={plan}
      onSubmit={(typed) => void save(typed).catch(() => undefined)}
      onClose={onClose}
    >
      <ListChoice list={list} onChoose={setList} />
      {list === '' ? null : (
        <label className="row">
          <input
            type="checkbox"
            checked={ends}
            onChange={({ target }) => setEnds(target.checked)}
          />
          {say('ends')}
        </label>
      )}
      {isEnd ? null : (
        <Labelled label={say('newPrice', { unit: item.unit })}>
          <input
            name="price"
            required
            inputMode="decimal"
            autoFocus
            defaultValue={item.unitPrice === null ? '' : amount(item.unitPrice)}
          />
        </Labelled>
      )}
      <Labelled label={say('from')} help="newPriceFrom">
        <input name="from" type="date" />
      </Labelled>
      <Labelled label={say('note')}>
        <input name="note" required maxLength={200} />
      </Labelled>
    </FormDialog>
  );
}

type ChoiceProps = Readonly<{ list: string; onChoose: (code: string) => void }>;

/** Whom the price is for: everybody, or whom an open list is for. */
function ListChoice({ list, onChoose }: ChoiceProps) {
  const say = useWords(pricesWords);
  const lists = useCall('GET /v1/price-lists', { query: {} });
  const open = lists.data?.data.filter(({ state }) => state !== 'over') ?? [];
  if (open.length === 0) return null;
  return (
    <Labelled label={say('onList')}>
      <select name="list" value={list} onChange={({ target }) => onChoose(target.value)}>
        <option value="">{say('everybody')}</option>
        {open.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
