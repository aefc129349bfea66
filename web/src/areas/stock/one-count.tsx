import { APPROVERS, STORE_KEEPERS, type Role } from '../../../../contract/roles.js';
import { faultOf, useAct } from '../../api/use-call.js';
import { useSession } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { Dialog } from '../../ui/dialog.js';
import { Facts } from '../../ui/equation.js';
import { decimal } from '../../ui/format.js';
import { Money } from '../../ui/money.js';
import { NumberHeads } from '../../ui/number-heads.js';
import { Day, When } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import { CountState, type Count } from './counts.js';
import { countsWords } from './counts-words.js';

type Props = Readonly<{ count: Count; onClose: () => void }>;

const DECIDERS: readonly Role[] = [...APPROVERS, ...STORE_KEEPERS];

/** One count, line by line. Another person than who counted decides; who counted may take it back. */
export function OneCount({ count, onClose }: Props) {
  const say = useWords(countsWords);
  const { decidedAt, bookedOn } = count;
  return (
    <Dialog
      title={say('one', { place: count.location })}
      onClose={onClose}
      verbs={<Verbs count={count} onClose={onClose} />}
    >
      <Facts
        rows={[
          [say('state'), <CountState state={count.state} />],
          [say('by'), count.requestedBy],
          [say('when'), <When at={count.requestedAt} />],
          [say('reason'), count.reason],
          [say('inMoney'), <Money of={count.worth} />],
          ...(decidedAt === null ? [] : [[say('decided'), <When at={decidedAt} />] as const]),
          ...(bookedOn === null ? [] : [[say('bookedOn'), <Day on={bookedOn} />] as const]),
        ]}
      />
      <div className="across" tabIndex={0} role="group" aria-label={say('goods')}>
        <Lines count={count} />
      </div>
    </Dialog>
  );
}

function Lines({ count }: Pick<Props, 'count'>) {
  const say = useWords(countsWords);
  return (
    <table className="t compact">
      <thead>
        <tr>
          <th scope="col" className="wide">
            {say('item')}
          </th>
          <NumberHeads of={[say('there'), say('expected'), say('difference')]} />
        </tr>
      </thead>
      <tbody>
        {count.lines.map((line) => (
          <tr key={line.sku}>
            <td className="wide">{line.name}</td>
            <td className="num">{decimal(line.counted)}</td>
            <td className="num">{decimal(line.expected)}</td>
            <td className="num medium">{decimal(line.difference)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Decision = 'approved' | 'rejected';

function Verbs({ count, onClose }: Props) {
  const say = useWords(countsWords);
  const tell = useToast();
  const { person } = useSession();
  const decide = useAct('POST /v1/stock-counts/{stockCountId}/approval');
  const isOwn = count.requestedBy === person.name;
  const mayDecide = count.state === 'requested' && DECIDERS.includes(person.role);
  const press = (decision: Decision, said: 'agreed' | 'isRejected' | 'takenBack') => () =>
    decide.mutateAsync({ params: { stockCountId: count.id }, body: { decision } }).then(
      () => {
        onClose();
        tell(say(said));
      },
      () => undefined,
    );
  const verb = (label: string, onPress: () => Promise<void>, isPrimary = false) => (
    <button
      type="button"
      className={isPrimary ? 'btn primary' : 'btn'}
      disabled={decide.isPending}
      onClick={() => void onPress()}
    >
      {label}
    </button>
  );
  const fault = faultOf(decide.error);
  return (
    <>
      {fault === undefined ? null : (
        <p className="bad fg" role="alert">
          {fault}
        </p>
      )}
      <button type="button" className="btn" onClick={onClose}>
        {say('close')}
      </button>
      {mayDecide && isOwn ? verb(say('takeBack'), press('rejected', 'takenBack')) : null}
      {mayDecide && !isOwn ? verb(say('reject'), press('rejected', 'isRejected')) : null}
      {mayDecide && !isOwn ? verb(say('agree'), press('approved', 'agreed'), true) : null}
    </>
  );
}
