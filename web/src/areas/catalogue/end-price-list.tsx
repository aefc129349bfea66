import { useAct } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import { useWords } from '../../words/words.js';
import { EndDialog } from './end-dialog.js';
import { listsWords } from './lists-words.js';
import { bodyOf } from './price-list-form.js';
import type { PriceList } from './price-lists.js';

/** Ends a list now, for good, or on a day to come: that is undone by the end that it had. */
export function EndPriceList({ of, onClose }: Readonly<{ of: PriceList; onClose: () => void }>) {
  const say = useWords(listsWords);
  const tell = useToast();
  const end = useAct('POST /v1/price-lists/{priceListId}/ending');
  const change = useAct('PUT /v1/price-lists/{priceListId}');
  const params = { priceListId: of.id };
  const save = async (body: Readonly<{ at?: string }>) => {
    const ended = await end.mutateAsync({ params, body });
    onClose();
    const undo = () => change.mutateAsync({ params, body: bodyOf(of) });
    tell(say('ended', { name: of.name }), ended.state === 'over' ? undefined : undo);
  };
  return (
    <EndDialog
      say={say}
      title={say('endTitle', { name: of.name })}
      act={end}
      onEnd={save}
      onClose={onClose}
    />
  );
}
