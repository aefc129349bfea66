import { faultOf, useAct, useCall } from '../../api/use-call.js';
import { FormDialog, Labelled } from '../../ui/form-dialog.js';
import { useWords } from '../../words/words.js';
import { storesWords } from './stores-words.js';

type Close = Readonly<{ onClose: () => void }>;
type Typed = (name: string) => string;

/** A new store, with a place from which its tills sell. */
export function AddStore({ onClose }: Close) {
  const say = useWords(storesWords);
  const add = useAct('POST /v1/stores');
  const submit = (typed: Typed) => {
    const [code, name] = [typed('code'), typed('name')];
    const body = { code, name, address: typed('address'), phone: typed('phone') };
    add.mutate({ body }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={say('addStore')}
      submit={say('save')}
      fault={faultOf(add.error)}
      isBusy={add.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField name="code" label={say('code')} maxLength={64} autoFocus />
      <TextField name="name" label={say('name')} maxLength={120} />
      <TextField name="address" label={say('address')} maxLength={500} />
      <TextField name="phone" label={say('phone')} maxLength={40} />
    </FormDialog>
  );
}

/** A new till of a store; it enrols by a code afterwards. */
export function AddTill({ onClose }: Close) {
  const say = useWords(storesWords);
  const stores = useCall('GET /v1/stores', {});
  const printers = useCall('GET /v1/printers', {});
  const add = useAct('POST /v1/terminals');
  const submit = (typed: Typed) => {
    const printer = typed('printer') === '' ? null : typed('printer');
    const body = { code: typed('code'), name: typed('name'), store: typed('store'), printer };
    add.mutate({ body }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={say('addTill')}
      submit={say('save')}
      fault={faultOf(add.error)}
      isBusy={add.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField name="code" label={say('code')} maxLength={64} autoFocus />
      <TextField name="name" label={say('name')} maxLength={120} />
      <Labelled label={say('store')}>
        <select name="store">
          {stores.data?.data.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled label={say('printer')}>
        <select name="printer">
          <option value="">{say('noPrinter')}</option>
          {printers.data?.data.map(({ code }) => (
            <option key={code}>{code}</option>
          ))}
        </select>
      </Labelled>
    </FormDialog>
  );
}

type FieldProps = Readonly<{ name: string; label: string; maxLength: number; autoFocus?: true }>;

function TextField({ label, ...input }: FieldProps) {
  return (
    <Labelled label={label}>
      <input required {...input} />
    </Labelled>
  );
}
