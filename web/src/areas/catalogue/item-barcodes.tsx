import { useState } from 'react';
import { faultOf, useAct } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, TextField } from '../../ui/form-dialog.js';
import { useKeys } from '../../ui/use-keys.js';
import { useWords } from '../../words/words.js';
import type { PartProps } from './item.js';
import { itemWords } from './item-words.js';

function useBarcodes(itemId: string) {
  const add = useAct('POST /v1/items/{itemId}/barcodes');
  const remove = useAct('DELETE /v1/items/{itemId}/barcodes/{barcode}');
  return {
    add,
    remove,
    give: (barcode: string) => add.mutateAsync({ params: { itemId }, body: { barcode } }),
    take: (barcode: string) => remove.mutateAsync({ params: { itemId, barcode } }),
  };
}

/** What scanners know an item by: given and taken away, each undone by the other. */
export function ItemBarcodes({ item, mayWrite }: PartProps) {
  const say = useWords(itemWords);
  const [isOpen, setOpen] = useState(false);
  useKeys({ b: () => mayWrite && setOpen(true) });
  return (
    <section aria-labelledby="item-barcodes">
      <h2 id="item-barcodes">{say('barcodes')}</h2>
      {item.barcodes.length === 0 ? <p className="quiet">{say('noBarcode')}</p> : null}
      <ul>
        {item.barcodes.map((barcode) => (
          <li key={barcode} className="row">
            <span className="mono grow">{barcode}</span>
            {mayWrite ? <TakeAway itemId={item.id} barcode={barcode} /> : null}
          </li>
        ))}
      </ul>
      {mayWrite ? (
        <button type="button" className="btn small" onClick={() => setOpen(true)}>
          {say('addBarcode')} <kbd>B</kbd>
        </button>
      ) : null}
      {isOpen ? <AddBarcode itemId={item.id} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}

function TakeAway({ itemId, barcode }: Readonly<{ itemId: string; barcode: string }>) {
  const say = useWords(itemWords);
  const tell = useToast();
  const { remove, give, take } = useBarcodes(itemId);
  const press = async () => {
    try {
      await take(barcode);
      tell(say('barcodeGone', { barcode }), () => give(barcode));
    } catch (error) {
      tell(faultOf(error) ?? '');
    }
  };
  return (
    <button
      type="button"
      className="btn small plain"
      aria-label={`${say('takeAway')}: ${barcode}`}
      disabled={remove.isPending}
      onClick={() => void press()}
    >
      {say('takeAway')}
    </button>
  );
}

function AddBarcode({ itemId, onClose }: Readonly<{ itemId: string; onClose: () => void }>) {
  const say = useWords(itemWords);
  const tell = useToast();
  const { add, give, take } = useBarcodes(itemId);
  const save = async (typed: Typed) => {
    const barcode = typed('barcode');
    await give(barcode);
    onClose();
    tell(say('barcodeAdded', { barcode }), () => take(barcode));
  };
  return (
    <FormDialog
      title={say('addBarcode')}
      submit={say('save')}
      act={add}
      onSubmit={(typed) => void save(typed).catch(() => undefined)}
      onClose={onClose}
    >
      <TextField name="barcode" label={say('barcode')} maxLength={64} autoFocus />
    </FormDialog>
  );
}
