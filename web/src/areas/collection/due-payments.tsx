import { Link } from '@tanstack/react-router';
import { AmountCell } from '../../ui/money.js';
import { When } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import { ownWords } from './own-words.js';
import type { Due } from './remittances.js';

/** The payments that the next remittance lists. */
export function DuePayments({ payments }: Pick<Due, 'payments'>) {
  const say = useWords(ownWords);
  return (
    <table className="t compact">
      <caption className="hidden">{say('payments')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('caseNumber')}</th>
          <th scope="col">{say('when')}</th>
          <th scope="col" className="num">
            {say('amountOf')}
          </th>
        </tr>
      </thead>
      <tbody>
        {payments.map((payment) => (
          <tr key={`${payment.placementId}/${payment.sequence}`}>
            <td>
              <Link to={`/cases/${payment.placementId}`} className="mono">
                {payment.placementNumber}
              </Link>
            </td>
            <td>
              <When at={payment.occurredAt} />
            </td>
            <AmountCell of={payment.gross} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
