import { useAct, useCall } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled, TextField } from '../../ui/form-dialog.js';
import { useWords } from '../../words/words.js';
import type { Printer } from './printers.js';
import { storesWords } from './stores-words.js';

type Close = Readonly<{ onClose: () => void }>;

const PROFILES = [
  'escpos-80',
  'escpos-58',
  'escpos-80-text',
  'escpos-58-text',
] as const satisfies readonly Printer['profile'][];
/** What network printers listen at. */
const PORT = 9_100;

/** A printer of a store; a till names it afterwards. */
export function AddPrinter({ onClose }: Close) {
  const say = useWords(storesWords);
  const tell = useToast();
  const stores = useCall('GET /v1/stores', {});
  const add = useAct('POST /v1/printers');
  const save = async (typed: Typed) => {
    const body = { code: typed('code'), store: typed('store'), ...reachedBy(typed) };
    await add.mutateAsync({ body });
    onClose();
    tell(say('printerAdded', { printer: body.code }));
  };
  return (
    <FormDialog
      title={say('addPrinter')}
      submit={say('save')}
      act={add}
      onSubmit={(typed) => void save(typed).catch(() => undefined)}
      onClose={onClose}
    >
      <TextField name="code" label={say('code')} maxLength={64} autoFocus />
      <Labelled label={say('store')}>
        <select name="store">
          {stores.data?.data.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </Labelled>
      <ReachedFields of={undefined} />
    </FormDialog>
  );
}

/** How a printer is reached; the undo puts back the old address. */
export function ChangePrinter({ printer, onClose }: Close & Readonly<{ printer: Printer }>) {
  const say = useWords(storesWords);
  const tell = useToast();
  const change = useAct('PUT /v1/printers/{printerId}');
  const params = { printerId: printer.id };
  const { host, port, profile } = printer;
  const save = async (typed: Typed) => {
    await change.mutateAsync({ params, body: reachedBy(typed) });
    onClose();
    const takeBack = () => change.mutateAsync({ params, body: { host, port, profile } });
    tell(say('printerKept', { printer: printer.code }), takeBack);
  };
  return (
    <FormDialog
      title={say('changePrinter', { printer: printer.code })}
      submit={say('keep')}
      act={change}
      onSubmit={(typed) => void save(typed).catch(() => undefined)}
      onClose={onClose}
    >
      <p className="soft">{say('printerWhy')}</p>
      <ReachedFields of={printer} />
    </FormDialog>
  );
}

function ReachedFields({ of }: Readonly<{ of: Printer | undefined }>) {
  const say = useWords(storesWords);
  return (
    <>
      <TextField
        name="host"
        label={say('host')}
        help="printerHost"
        maxLength={253}
        defaultValue={of?.host ?? ''}
      />
      <TextField
        name="port"
        label={say('port')}
        maxLength={5}
        inputMode="numeric"
        defaultValue={String(of?.port ?? PORT)}
      />
      <Labelled label={say('paper')} help="printerPaper">
        <select name="profile" defaultValue={of?.profile}>
          {PROFILES.map((one) => (
            <option key={one} value={one}>
              {say(one)}
            </option>
          ))}
        </select>
      </Labelled>
    </>
  );
}

function reachedBy(typed: Typed) {
  const profile = PROFILES.find((one) => one === typed('profile')) ?? PROFILES[0];
  return { host: typed('host'), port: Number(typed('port')), profile };
}

/** Which networks printers may stand in; asks for the password, and the undo names the old ones. */
export function ChangeNetworks({
  networks,
  onClose,
}: Close & Readonly<{ networks: readonly string[] }>) {
  const say = useWords(storesWords);
  const tell = useToast();
  const change = useAct('PUT /v1/printer-networks');
  const save = async (typed: Typed) => {
    const named = typed('networks').split(/[\s,]+/);
    await change.mutateAsync({ body: { networks: named.filter((one) => one !== '') } });
    onClose();
    tell(say('networksKept'), () => change.mutateAsync({ body: { networks: [...networks] } }));
  };
  return (
    <FormDialog
      title={say('networks')}
      submit={say('keep')}
      act={change}
      onSubmit={(typed) => void save(typed).catch(() => undefined)}
      onClose={onClose}
    >
      <p className="soft">{say('networksWhy')}</p>
      <Labelled label={say('networkLines')} help="networks">
        <input name="networks" maxLength={5000} defaultValue={networks.join(' ')} autoFocus />
      </Labelled>
    </FormDialog>
  );
}
