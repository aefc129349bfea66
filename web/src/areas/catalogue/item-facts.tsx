import { useState } from 'react';
import type { InputOf } from '../../api/client.js';
import { useAct, useCall } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { Facts } from '../../ui/equation.js';
import { FormDialog, Labelled, TextField } from '../../ui/form-dialog.js';
import { decimal } from '../../ui/format.js';
import { useKeys } from '../../ui/use-keys.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import type { Item, PartProps } from './item.js';
import { itemWords } from './item-words.js';

type Body = InputOf<'PUT /v1/items/{itemId}'>['body'];

/** What is said of an item; `E` changes it. */
export function ItemFacts({ item, mayWrite }: PartProps) {
  const say = useWords(itemWords);
  const [isOpen, setOpen] = useState(false);
  useKeys({ e: () => mayWrite && setOpen(true) });
  const yesOrNo = (is: boolean) => say(is ? 'yes' : 'no');
  const orNone = (text: string | null) => text ?? '\u2013';
  return (
    <section>
      <div className="row">
        <h2>{say('facts')}</h2>
        <span className="grow" />
        {mayWrite ? (
          <button type="button" className="btn small" onClick={() => setOpen(true)}>
            {say('change')} <kbd>E</kbd>
          </button>
        ) : null}
      </div>
      <Facts
        rows={[
          [say('category'), item.category],
          [say('brand'), orNone(item.brand)],
          [say('supplier'), orNone(item.supplier)],
          [say('unit'), item.unit],
          [say('pack'), orNone(item.pack)],
          [say('tax'), item.taxCode],
          [say('weighed'), yesOrNo(item.weighed)],
          [say('stocked'), yesOrNo(item.stocked)],
          [say('minimumLevel'), decimal(item.minimumLevel)],
        ]}
      />
      {isOpen ? <ChangeItem item={item} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}

/** Of an item all that a change says at once; what is left out becomes empty. */
function bodyOf(item: Item): Body {
  const { name, unit, category, weighed, minimumLevel, quantityStep, taxCode, stocked } = item;
  const { nameEn, pack, brand, supplier } = item;
  const said = { nameEn, pack, brand, supplier, class: item.class };
  const known = Object.entries(said).filter(([, value]) => value !== null);
  const plain = { name, unit, category, weighed, minimumLevel, quantityStep, taxCode, stocked };
  return Object.assign(plain, Object.fromEntries(known));
}

const OPTIONAL = ['nameEn', 'brand', 'supplier', 'pack', 'class'] as const;

function typedBody(typed: Typed): Body {
  const known = OPTIONAL.map((name) => [name, typed(name)] as const);
  return {
    name: typed('name'),
    category: typed('category'),
    unit: typed('unit'),
    taxCode: typed('tax'),
    minimumLevel: typed('minimumLevel').replace(',', '.'),
    quantityStep: typed('quantityStep').replace(',', '.'),
    weighed: typed('weighed') === 'on',
    stocked: typed('stocked') === 'on',
    ...Object.fromEntries(known.filter(([, value]) => value !== '')),
  };
}

/** The undo puts back all that was said of it. */
function ChangeItem({ item, onClose }: Readonly<{ item: Item; onClose: () => void }>) {
  const say = useWords(itemWords);
  const tell = useToast();
  const change = useAct('PUT /v1/items/{itemId}');
  const params = { itemId: item.id };
  const save = async (typed: Typed) => {
    const { name } = await change.mutateAsync({ params, body: typedBody(typed) });
    onClose();
    tell(say('changed', { name }), () => change.mutateAsync({ params, body: bodyOf(item) }));
  };
  const ticked = (name: 'weighed' | 'stocked') => (
    <label className="row">
      <input name={name} type="checkbox" defaultChecked={item[name]} /> {say(name)}
    </label>
  );
  return (
    <FormDialog
      title={say('changeTitle', { name: item.name })}
      submit={say('save')}
      act={change}
      onSubmit={(typed) => void save(typed).catch(() => undefined)}
      onClose={onClose}
    >
      <TextField {...{ name: 'name', label: say('name') }} defaultValue={item.name} autoFocus />
      <div className="pairs">
        <TextField
          name="category"
          label={say('category')}
          help="itemGroup"
          defaultValue={item.category}
        />
        {OPTIONAL.map((name) => (
          <Labelled key={name} label={say(name)}>
            <input name={name} maxLength={200} defaultValue={item[name] ?? ''} />
          </Labelled>
        ))}
        <TextField name="unit" label={say('unit')} help="unit" defaultValue={item.unit} />
        <TaxField of={item.taxCode} />
        <TextField
          {...{ name: 'minimumLevel', label: say('minimumLevel'), inputMode: 'decimal' }}
          defaultValue={item.minimumLevel}
        />
        <TextField
          {...{ name: 'quantityStep', label: say('quantityStep'), inputMode: 'decimal' }}
          help="quantityStep"
          defaultValue={item.quantityStep}
        />
        {ticked('weighed')}
        {ticked('stocked')}
      </div>
    </FormDialog>
  );
}

function TaxField({ of }: Readonly<{ of: string }>) {
  const say = useWords(itemWords);
  const { language } = useLanguage();
  const taxes = useCall('GET /v1/tax-rules', {}, { live: false });
  const rules = taxes.data?.data.filter(({ state }) => state === 'in-force');
  if (rules === undefined) return null;
  return (
    <Labelled label={say('tax')}>
      <select name="tax" required defaultValue={of}>
        {rules.map(({ code, label }) => (
          <option key={code} value={code}>
            {label[language]}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
