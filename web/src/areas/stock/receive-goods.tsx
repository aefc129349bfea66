import { useAct, useCall } from '../../api/use-call.js';
import { useSession } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled, TextField } from '../../ui/form-dialog.js';
import { typedMoney } from '../../ui/read-money.js';
import { typedQuantity } from '../../ui/read-quantity.js';
import { useWords } from '../../words/words.js';
import { useAsked } from '../company/ask-dialog.js';
import { stockWords } from './stock-words.js';

/** Goods of one item that came, or that were there at the beginning; above a limit a second person decides. */
export function ReceiveGoods({ onClose }: Readonly<{ onClose: () => void }>) {
  const say = useWords(stockWords);
  const tell = useToast();
  const asked = useAsked();
  const currency = useSession().surroundings.company.currency ?? 'IDR';
  const stores = useCall('GET /v1/stores', {}, { live: false });
  const receive = useAct('POST /v1/stock-receipts');
  const undo = useAct('POST /v1/stock-receipts/{stockReceiptId}/undoing');
  const places = stores.data?.data.flatMap(({ locations }) => locations) ?? [];
  const save = async (typed: Typed) => {
    const sku = typed('sku');
    const reason = typed('reason');
    const { id: stockReceiptId, waiting } = await receive.mutateAsync({
      body: {
        kind: typed('kind') as 'opening' | 'goods-receipt',
        location: typed('location'),
        ...(reason === '' ? {} : { reason }),
        lines: [
          {
            sku,
            quantity: typedQuantity(typed('quantity')),
            cost: typedMoney(typed('cost'), currency),
          },
        ],
      },
    });
    onClose();
    if (waiting === null)
      tell(say('received', { item: sku }), () => undo.mutateAsync({ params: { stockReceiptId } }));
    else asked(waiting);
  };
  return (
    <FormDialog
      title={say('receive')}
      submit={say('receiveIt')}
      act={receive}
      onSubmit={(typed) => void save(typed).catch(() => undefined)}
      onClose={onClose}
    >
      <Labelled label={say('where')}>
        <select name="kind">
          <option value="goods-receipt">{say('fromSupplier')}</option>
          <option value="opening">{say('fromBeginning')}</option>
        </select>
      </Labelled>
      <Labelled label={say('place')}>
        <select name="location" required>
          {places.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </Labelled>
      <TextField name="sku" label={say('skuOf')} maxLength={64} autoFocus />
      <TextField name="quantity" label={say('howMany')} inputMode="decimal" />
      <TextField name="cost" label={say('costOfAll')} help="goodsCost" inputMode="decimal" />
      <Labelled label={say('note')}>
        <input name="reason" maxLength={200} />
      </Labelled>
    </FormDialog>
  );
}
