import { useCall } from '../../api/use-call.js';
import { bandFor, commissionOf } from '../../../../domain/collection/commission.js';
import { Facts } from '../../ui/equation.js';
import { daysBetween, decimal, money, ofUnits, units } from '../../ui/format.js';
import { readMoney } from '../../ui/read-money.js';
import { useWords } from '../../words/words.js';
import type { AgencyCase } from './own-cases.js';
import { ownWords } from './own-words.js';

/** What a payment does, before it is sent. */
export function ReportEffect({ of, typed }: Readonly<{ of: AgencyCase; typed: string }>) {
  const say = useWords(ownWords);
  const agreements = useCall('GET /v1/agency/agreements', {});
  const { outstanding, placed } = of.balance;
  const paid = readMoney(typed, outstanding.currency);
  const terms = agreements.data?.data.find(({ version }) => version === of.termsVersion);
  if (paid === undefined || terms === undefined) return null;
  const payment = {
    amount: units(paid),
    placedAmount: units(placed),
    daysPastDueAtPlacement: Math.max(0, daysBetween(of.oldestDueOn, of.placedOn)),
    schedule: terms.commission.map(({ fromDaysPastDue, fromAmount, basisPoints }) => ({
      fromDaysPastDue,
      fromAmount: BigInt(fromAmount ?? '0'),
      basisPoints: BigInt(basisPoints),
    })),
  };
  const percent = decimal(String(Number(bandFor(payment).basisPoints) / 100));
  const { currency } = outstanding;
  const inItsCurrency = (amount: bigint) => money(ofUnits(amount, currency));
  return (
    <div className="after">
      <h3>{say('whatItDoes')}</h3>
      <Facts
        rows={[
          [say('leftAfter'), inItsCurrency(units(outstanding) - payment.amount)],
          [say('yourCommission', { percent }), inItsCurrency(commissionOf([payment]).total)],
        ]}
      />
    </div>
  );
}
