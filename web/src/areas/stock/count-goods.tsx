import { useAct, type EntryOf } from '../../api/use-call.js';
import { useSession } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { decimal } from '../../ui/format.js';
import { FormDialog, Labelled } from '../../ui/form-dialog.js';
import { typedMoney } from '../../ui/read-money.js';
import { typedQuantity } from '../../ui/read-quantity.js';
import { useWords } from '../../words/words.js';
import { stockWords } from './stock-words.js';

type Level = EntryOf<'GET /v1/stock'>;
type CountProps = Readonly<{
  level: Level;
  /** The work item that the count ends. */
  question: string | undefined;
  onClose: () => void;
}>;

/** A count that waits is taken back by whoever counted. */
function refused(stockCountId: string) {
  return { params: { stockCountId }, body: { decision: 'rejected' as const } };
}

/** What is there of one item at one place; the difference to what the page shows is booked. */
export function CountGoods({ level, question, onClose }: CountProps) {
  const say = useWords(stockWords);
  const tell = useToast();
  const currency = useSession().surroundings.company.currency ?? 'IDR';
  const count = useAct('POST /v1/stock-counts');
  const withdraw = useAct('POST /v1/stock-counts/{stockCountId}/approval');
  const { sku, name, location, onHand: expected } = level;
  /** What was booked is put right by the same difference the other way. */
  const back = ({ counted, ...line }: Readonly<{ sku: string; counted: string }>) => {
    const lines = [{ ...line, expected: counted, counted: expected }];
    return count.mutateAsync({ body: { location, reason: say('mistaken'), lines } });
  };
  const save = async (typed: (name: string) => string) => {
    const cost = typed('cost');
    const unitCost = cost === '' ? {} : { unitCost: typedMoney(cost, currency) };
    const line = { sku, expected, counted: typedQuantity(typed('counted')), ...unitCost };
    const workItem = question === undefined ? {} : { workItem: question };
    const body = { location, reason: typed('reason'), ...workItem, lines: [line] };
    const { state, id } = await count.mutateAsync({ body });
    onClose();
    if (state === 'booked') tell(say('booked', { item: name }), () => back(line));
    else tell(say('waits', { item: name }), () => withdraw.mutateAsync(refused(id)));
  };
  return (
    <FormDialog
      title={say('countOf', { item: name })}
      submit={say('save')}
      act={count}
      onSubmit={(typed) => void save(typed).catch(() => undefined)}
      onClose={onClose}
    >
      <p className="soft">{say('booksSay', { quantity: decimal(expected), unit: level.unit })}</p>
      <Labelled label={say('counted', { unit: level.unit })}>
        <input name="counted" required inputMode="decimal" autoFocus />
      </Labelled>
      <Labelled label={say('why')}>
        <input name="reason" required maxLength={200} />
      </Labelled>
      {expected === '0' ? (
        <Labelled label={say('cost', { unit: level.unit })}>
          <input name="cost" inputMode="decimal" />
        </Labelled>
      ) : null}
    </FormDialog>
  );
}
