import { SALES_CHANNELS } from '../../../../domain/pricing/price-list.js';
import { useAct, useCall } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled, TextField } from '../../ui/form-dialog.js';
import { useWords } from '../../words/words.js';
import type { Store, Till } from './stores.js';
import { storesWords } from './stores-words.js';
import { asItIs } from './switch-off.js';

type Props = Readonly<{ till: Till; store: Store; onClose: () => void }>;

/** Another name, place, printer or channel of a till; the undo puts back what it was. */
export function ChangeTill({ till, store, onClose }: Props) {
  const say = useWords(storesWords);
  const tell = useToast();
  const change = useAct('PUT /v1/terminals/{terminalId}');
  const params = { terminalId: till.id };
  const save = async (typed: Typed) => {
    const printer = typed('printer');
    const body = {
      ...asItIs(till),
      name: typed('name'),
      location: typed('location'),
      printer: printer === '' ? null : printer,
      channel: SALES_CHANNELS.find((one) => one === typed('channel')) ?? till.channel,
    };
    await change.mutateAsync({ params, body });
    onClose();
    const takeBack = () => change.mutateAsync({ params, body: asItIs(till) });
    tell(say('tillKept', { till: till.code }), takeBack);
  };
  return (
    <FormDialog
      title={say('changeTill', { till: till.code })}
      submit={say('keep')}
      act={change}
      onSubmit={(typed) => void save(typed).catch(() => undefined)}
      onClose={onClose}
    >
      <Fields till={till} store={store} />
    </FormDialog>
  );
}

function Fields({ till, store }: Omit<Props, 'onClose'>) {
  const say = useWords(storesWords);
  return (
    <>
      <TextField
        name="name"
        label={say('name')}
        maxLength={120}
        defaultValue={till.name}
        autoFocus
      />
      <Labelled label={say('place')} help="tillPlace">
        <select name="location" defaultValue={till.location}>
          {store.locations.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </Labelled>
      <PrinterChoice till={till} />
      <Labelled label={say('channel')}>
        <select name="channel" defaultValue={till.channel}>
          {SALES_CHANNELS.map((one) => (
            <option key={one} value={one}>
              {say(`via-${one}`)}
            </option>
          ))}
        </select>
      </Labelled>
    </>
  );
}

/** The printers of its store; what it prints on now is among them before they were read. */
function PrinterChoice({ till }: Pick<Props, 'till'>) {
  const say = useWords(storesWords);
  const printers = useCall('GET /v1/printers', {}).data?.data ?? [];
  const own = printers.filter(({ store }) => store === till.store).map(({ code }) => code);
  const choices = [...new Set([...(till.printer === null ? [] : [till.printer]), ...own])];
  return (
    <Labelled label={say('printer')}>
      <select name="printer" defaultValue={till.printer ?? ''}>
        <option value="">{say('noPrinter')}</option>
        {choices.map((code) => (
          <option key={code}>{code}</option>
        ))}
      </select>
    </Labelled>
  );
}
