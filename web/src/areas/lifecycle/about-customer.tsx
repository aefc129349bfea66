import { Link } from '@tanstack/react-router';
import { useCall, type EntryOf } from '../../api/use-call.js';
import { Facts } from '../../ui/equation.js';
import { Money } from '../../ui/money.js';
import { Loaded } from '../../ui/states.js';
import { Day } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import { queueWords } from './queue-words.js';

type Customer = NonNullable<EntryOf<'GET /v1/work-queue'>['customer']>;

/** Whose it is: what is open, what is left of the credit, and how the customer pays. */
export function AboutCustomer({ customer }: Readonly<{ customer: Customer }>) {
  const say = useWords(queueWords);
  const credit = useCall('GET /v1/customers/{customerId}/credit', {
    params: { customerId: customer.id },
  });
  return (
    <aside className="side" aria-label={say('about')}>
      <section>
        <h2>
          <Link to={`/customers/${customer.id}`}>{customer.name}</Link>
        </h2>
        <Loaded query={credit} rows={4}>
          {({ exposure, limit, available, overdueSince, risk }) => (
            <Facts
              rows={[
                [say('open'), <Money key="open" of={exposure.invoiced} />],
                [say('notInvoiced'), <Money key="not" of={exposure.notInvoiced} />],
                [say('limit'), <Money key="limit" of={limit} />],
                [say('left'), <Money key="left" of={available} />],
                [
                  say('overdueSince'),
                  overdueSince === null ? '\u2013' : <Day key="since" on={overdueSince} />,
                ],
                [say('risk'), risk === null ? '\u2013' : `${risk.score}, ${say(risk.band)}`],
              ]}
            />
          )}
        </Loaded>
      </section>
    </aside>
  );
}
