import { useAct, useDo } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled, TextField } from '../../ui/form-dialog.js';
import { useWords } from '../../words/words.js';
import { AskDialog } from './ask-dialog.js';
import type { StoreSwitches } from './shadow.js';
import { shadowWords } from './shadow-words.js';

type Props = Readonly<{ store: StoreSwitches['store']; onClose: () => void }>;

/** Puts a store that has never sold into shadow; the undo takes it back. */
export function BeginShadow({ store, onClose }: Props) {
  const say = useWords(shadowWords);
  const tell = useToast();
  const begin = useAct('POST /v1/stores/{storeId}/shadow');
  const withdraw = useAct('POST /v1/store-switches/{storeSwitchId}/withdrawal');
  const submit = (typed: Typed) =>
    begin.mutate(
      { params: { storeId: store.id }, body: { reason: typed('reason') } },
      {
        onSuccess: ({ switches }) => {
          onClose();
          const storeSwitchId = switches[0]?.id ?? '';
          tell(say('begun', { store: store.name }), () =>
            withdraw.mutateAsync({ params: { storeSwitchId } }),
          );
        },
      },
    );
  return (
    <FormDialog
      title={say('begin')}
      submit={say('begin')}
      act={begin}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft">{say('beginSays')}</p>
      <TextField name="reason" label={say('reason')} maxLength={500} />
    </FormDialog>
  );
}

/** Asks that a store be live, or in shadow again, from a day on; another person agrees. */
export function AskForSwitch({ store, to, onClose }: Props & Readonly<{ to: 'live' | 'shadow' }>) {
  const say = useWords(shadowWords);
  const ask = useDo(async (client, typed: Typed) => {
    const body = { to, from: typed('from'), reason: typed('reason') };
    const input = { params: { storeId: store.id }, body };
    return (await client.call('POST /v1/stores/{storeId}/switches', input)).body;
  });
  return (
    <AskDialog title={say(to === 'live' ? 'goLive' : 'goBack')} ask={ask} onClose={onClose}>
      <p className="soft">{say(to === 'live' ? 'liveWarns' : 'shadowWarns')}</p>
      <Labelled label={say('from')}>
        <input type="date" name="from" required />
      </Labelled>
    </AskDialog>
  );
}
