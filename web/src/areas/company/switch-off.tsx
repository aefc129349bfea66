import { useAct } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled } from '../../ui/form-dialog.js';
import { useWords } from '../../words/words.js';
import type { Till } from './stores.js';
import { storesWords } from './stores-words.js';

/** What a till is now, as a change of it says. */
export function asItIs({ name, location, printer, channel, active }: Till) {
  return { name, location, printer, channel, active };
}

/** Ends the keys of a till, once all that it sold is there; the undo switches it on, to be enrolled anew. */
export function SwitchOff({ till, onClose }: Readonly<{ till: Till; onClose: () => void }>) {
  const say = useWords(storesWords);
  const tell = useToast();
  const change = useAct('PUT /v1/terminals/{terminalId}');
  const params = { terminalId: till.id };
  const save = async (typed: Typed) => {
    const last = typed('last');
    const lastSale = last === '' ? {} : { lastDeviceSequence: Number(last) };
    await change.mutateAsync({ params, body: { ...asItIs(till), active: false, ...lastSale } });
    onClose();
    const takeBack = () => change.mutateAsync({ params, body: { ...asItIs(till), active: true } });
    tell(say('isOff', { till: till.code }), takeBack);
  };
  return (
    <FormDialog
      title={say('offTitle', { till: till.code })}
      submit={say('switchOff')}
      act={change}
      onSubmit={(typed) => void save(typed).catch(() => undefined)}
      onClose={onClose}
    >
      <p className="soft">{say('offWhy')}</p>
      <Labelled label={say('lastNumber')} help="lastNumber">
        <input name="last" inputMode="numeric" pattern="[0-9]{1,15}" maxLength={15} autoFocus />
      </Labelled>
      <p className="quiet">{say('lostTill')}</p>
    </FormDialog>
  );
}
