import { useAct } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { date, money } from '../../ui/format.js';
import { usePlace } from '../../ui/place.js';
import { Day } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import { FINANCE_WRITERS } from '../../../../contract/roles.js';
import { matchingWords } from './matching-words.js';
import type { Payment } from './workbench.js';

type Allocation = Payment['allocations'][number];

/** What the payment has paid, with who booked it; each can be undone here for good. */
export function Story({ payment }: Readonly<{ payment: Payment }>) {
  const say = useWords(matchingWords);
  if (payment.allocations.length === 0) return null;
  return (
    <section aria-labelledby="story">
      <h3 id="story">{say('story')}</h3>
      <table className="t plain compact">
        <caption className="hidden">{say('story')}</caption>
        <tbody>
          {payment.allocations.map((one) => (
            <Row key={one.id} allocation={one} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ allocation }: Readonly<{ allocation: Allocation }>) {
  const say = useWords(matchingWords);
  const place = usePlace();
  const role = useRole();
  const tell = useToast();
  const reverse = useAct('POST /v1/allocations/{allocationId}/reversal');
  const { invoiceNumber, amount, bookedOn, bookedBy, reversed, kind, id } = allocation;
  const mayUndo =
    reversed === null && kind === 'payment' && FINANCE_WRITERS.some((one) => one === role);
  const undo = () =>
    reverse.mutate(
      { params: { allocationId: id }, body: {} },
      {
        onSuccess: () => tell(say('undone', { amount: money(amount), what: invoiceNumber })),
      },
    );
  return (
    <tr>
      <th scope="row" className="mono">
        {invoiceNumber}
      </th>
      <td>
        <Day on={bookedOn} />, {bookedBy}
      </td>
      <td className="quiet">
        {reversed === null ? null : say('undoneOn', { day: date(reversed.on, place) })}
      </td>
      <td className="num">{money(amount)}</td>
      <td className="num">
        {mayUndo ? (
          <button
            type="button"
            className="btn small"
            disabled={reverse.isPending}
            aria-label={say('undoOf', { number: invoiceNumber })}
            onClick={undo}
          >
            {say('undo')}
          </button>
        ) : null}
      </td>
    </tr>
  );
}
