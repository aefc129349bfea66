import type { ReactNode } from 'react';
import { useAct, useCall } from '../../api/use-call.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled, TextField } from '../../ui/form-dialog.js';
import { useWords } from '../../words/words.js';
import { storesWords } from './stores-words.js';

type Close = Readonly<{ onClose: () => void }>;

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
    <AddDialog title="addStore" act={add} onSubmit={submit} onClose={onClose}>
      <TextField name="address" label={say('address')} maxLength={500} />
      <TextField name="phone" label={say('phone')} maxLength={40} />
    </AddDialog>
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
    const sandbox = typed('kind') === 'sandbox';
    const body = {
      code: typed('code'),
      name: typed('name'),
      store: typed('store'),
      printer,
      sandbox,
    };
    add.mutate({ body }, { onSuccess: onClose });
  };
  return (
    <AddDialog title="addTill" act={add} onSubmit={submit} onClose={onClose}>
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
      <Labelled label={say('tillKind')} help="tillKind">
        <select name="kind">
          <option value="real">{say('realTill')}</option>
          <option value="sandbox">{say('sandboxTill')}</option>
        </select>
      </Labelled>
    </AddDialog>
  );
}

type AddProps = Close &
  Readonly<{
    title: 'addStore' | 'addTill';
    act: Readonly<{ error: unknown; isPending: boolean }>;
    onSubmit: (typed: Typed) => void;
    children: ReactNode;
  }>;

/** What stores and tills begin with: a code and a name. */
function AddDialog({ title, children, ...dialog }: AddProps) {
  const say = useWords(storesWords);
  return (
    <FormDialog title={say(title)} submit={say('save')} {...dialog}>
      <TextField name="code" label={say('code')} maxLength={64} autoFocus />
      <TextField name="name" label={say('name')} maxLength={120} />
      {children}
    </FormDialog>
  );
}
