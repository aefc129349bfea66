import { useAct } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import { useWords } from '../../words/words.js';
import { EndDialog } from './end-dialog.js';
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
  const save = async (body: Readonly<{ at?: string }>) => {
    const ended = await end.mutateAsync({ params, body });
    onClose();
    const isForGood = of.state === 'inForce' && ended.state === 'over';
    const undo = () => change.mutateAsync({ params, body: bodyOf(of) });
    tell(say('ended', { name: of.name }), isForGood ? undefined : undo);
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
