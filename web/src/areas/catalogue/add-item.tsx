import { useAct, useCall } from '../../api/use-call.js';
import { useSession } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled, TextField } from '../../ui/form-dialog.js';
import { typedMoney } from '../../ui/read-money.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { pricesWords } from './prices-words.js';

const SEPARATOR = /[\s,;]+/;

/** A new item with its price from now; the undo withdraws it. */
export function AddItem({ onClose }: Readonly<{ onClose: () => void }>) {
  const say = useWords(pricesWords);
  const { language } = useLanguage();
  const tell = useToast();
  const currency = useSession().surroundings.company.currency ?? 'IDR';
  const taxes = useCall('GET /v1/tax-rules', {}, { live: false });
  const add = useAct('POST /v1/items');
  const withdraw = useAct('POST /v1/items/{itemId}/withdrawal');
  const rules = taxes.data?.data.filter(({ state }) => state === 'in-force') ?? [];
  const save = async (typed: Typed) => {
    const { id, name } = await add.mutateAsync({
      body: {
        sku: typed('sku'),
        name: typed('name'),
        unit: typed('unit'),
        category: typed('category'),
        taxCode: typed('tax'),
        barcodes: typed('barcodes')
          .split(SEPARATOR)
          .filter((one) => one !== ''),
        stocked: typed('stocked') === 'on',
        unitPrice: typedMoney(typed('price'), currency),
      },
    });
    onClose();
    tell(say('added', { item: name }), () =>
      withdraw.mutateAsync({ params: { itemId: id }, body: {} }),
    );
  };
  return (
    <FormDialog
      title={say('add')}
      submit={say('addIt')}
      act={add}
      onSubmit={(typed) => void save(typed).catch(() => undefined)}
      onClose={onClose}
    >
      <TextField name="sku" label={say('sku')} help="sku" maxLength={64} autoFocus />
      <TextField name="name" label={say('nameWhy')} maxLength={200} />
      <TextField name="category" label={say('category')} help="itemGroup" maxLength={80} />
      <TextField name="unit" label={say('unit')} help="unit" maxLength={20} defaultValue="pcs" />
      <Labelled label={say('tax')}>
        <select name="tax" required>
          {rules.map(({ code, label }) => (
            <option key={code} value={code}>
              {label[language]}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled label={say('barcodes')}>
        <input name="barcodes" maxLength={400} />
      </Labelled>
      <TextField name="price" label={say('priceFrom')} inputMode="decimal" />
      <label className="row">
        <input name="stocked" type="checkbox" defaultChecked /> {say('stocked')}
      </label>
    </FormDialog>
  );
}
