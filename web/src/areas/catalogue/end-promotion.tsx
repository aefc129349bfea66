import { useAct } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled } from '../../ui/form-dialog.js';
import { useWords } from '../../words/words.js';
import { bodyOf, type Promotion } from './promotion-typed.js';
import { promotionsWords } from './promotions-words.js';

type Props = Readonly<{ of: Promotion; onClose: () => void }>;

/** Ends a promotion at all tills, now or on a day to come; undone by what was decided before, unless it held. */
export function EndPromotion({ of, onClose }: Props) {
  const say = useWords(promotionsWords);
  const tell = useToast();
  const end = useAct('POST /v1/promotions/{promotionId}/ending');
  const change = useAct('PUT /v1/promotions/{promotionId}');
  const params = { promotionId: of.id };
  const save = async (typed: Typed) => {
    const at = typed('at');
    const ended = await end.mutateAsync({ params, body: at === '' ? {} : { at } });
    onClose();
    const isForGood = of.state === 'inForce' && ended.state === 'over';
    const undo = () => change.mutateAsync({ params, body: bodyOf(of) });
    tell(say('ended', { name: of.name }), isForGood ? undefined : undo);
  };
  return (
    <FormDialog
      title={say('endTitle', { name: of.name })}
      submit={say('end')}
      act={end}
      onSubmit={(typed) => void save(typed).catch(() => undefined)}
      onClose={onClose}
    >
      <p className="soft">{say('endWhy')}</p>
      <Labelled label={say('endAt')}>
        <input name="at" type="date" autoFocus />
      </Labelled>
    </FormDialog>
  );
}
