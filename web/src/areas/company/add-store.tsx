import { faultOf, useAct, useCall } from '../../api/use-call.js';
import { Dialog, entered } from '../../ui/dialog.js';
import { useWords } from '../../words/words.js';
import { storesWords } from './stores-words.js';

type Close = Readonly<{ onClose: () => void }>;

/** A new store, with a place from which its tills sell. */
export function AddStore({ onClose }: Close) {
  const say = useWords(storesWords);
  const add = useAct('POST /v1/stores');
  const submit = (given: FormData) => {
    const of = (name: string) => entered(given, name);
    const body = { code: of('code'), name: of('name'), address: of('address'), phone: of('phone') };
    add.mutate({ body }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={say('addStore')}
      onClose={onClose}
      onSubmit={submit}
      verbs={<Verbs onClose={onClose} busy={add.isPending} />}
    >
      <TextField name="code" label={say('code')} maxLength={64} autoFocus />
      <TextField name="name" label={say('name')} maxLength={120} />
      <TextField name="address" label={say('address')} maxLength={500} />
      <TextField name="phone" label={say('phone')} maxLength={40} />
      <Fault error={add.error} />
    </Dialog>
  );
}

/** A new till of a store; it enrols by a code afterwards. */
export function AddTill({ onClose }: Close) {
  const say = useWords(storesWords);
  const stores = useCall('GET /v1/stores', {});
  const printers = useCall('GET /v1/printers', {});
  const add = useAct('POST /v1/terminals');
  const submit = (given: FormData) => {
    const of = (name: string) => entered(given, name);
    const printer = of('printer') === '' ? null : of('printer');
    const body = { code: of('code'), name: of('name'), store: of('store'), printer };
    add.mutate({ body }, { onSuccess: onClose });
  };
  return (
    <Dialog
      title={say('addTill')}
      onClose={onClose}
      onSubmit={submit}
      verbs={<Verbs onClose={onClose} busy={add.isPending} />}
    >
      <TextField name="code" label={say('code')} maxLength={64} autoFocus />
      <TextField name="name" label={say('name')} maxLength={120} />
      <Choice
        name="store"
        label={say('store')}
        options={(stores.data?.data ?? []).map(({ code, name }) => [code, name])}
      />
      <Choice
        name="printer"
        label={say('printer')}
        options={[
          ['', say('noPrinter')],
          ...(printers.data?.data ?? []).map(({ code }): [string, string] => [code, code]),
        ]}
      />
      <Fault error={add.error} />
    </Dialog>
  );
}

function Verbs({ onClose, busy }: Close & Readonly<{ busy: boolean }>) {
  const say = useWords(storesWords);
  return (
    <>
      <button type="button" className="btn plain" onClick={onClose}>
        {say('cancel')}
      </button>
      <button type="submit" className="btn primary" disabled={busy}>
        {say('save')}
      </button>
    </>
  );
}

type FieldProps = Readonly<{ name: string; label: string; maxLength: number; autoFocus?: true }>;

function TextField({ label, ...input }: FieldProps) {
  return (
    <label>
      {label}
      <span className="field">
        <input required {...input} />
      </span>
    </label>
  );
}

function Choice({
  name,
  label,
  options,
}: Readonly<{ name: string; label: string; options: readonly (readonly [string, string])[] }>) {
  return (
    <label>
      {label}
      <span className="field">
        <select name={name}>
          {options.map(([value, shown]) => (
            <option key={value} value={value}>
              {shown}
            </option>
          ))}
        </select>
      </span>
    </label>
  );
}

function Fault({ error }: Readonly<{ error: unknown }>) {
  return (
    <p className="fault" role="alert">
      {faultOf(error)}
    </p>
  );
}
