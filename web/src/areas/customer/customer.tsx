import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { DownloadButton } from '../../api/download-button.js';
import { useCall } from '../../api/use-call.js';
import { money, units } from '../../ui/format.js';
import { LiveMark } from '../../ui/live-mark.js';
import { Page as Frame } from '../../ui/page.js';
import { Loaded } from '../../ui/states.js';
import { Chip } from '../../ui/status.js';
import { useKeys } from '../../ui/use-keys.js';
import { useSegmentName } from '../../words/code-words.js';
import { useWords } from '../../words/words.js';
import { useWordOf, type Customer, type Statement } from './customer-facts.js';
import { CustomerItems } from './customer-items.js';
import { CustomerSide } from './customer-side.js';
import { CustomerTrio } from './customer-trio.js';
import { DisputesOf, PromisesOf } from './customer-word.js';
import { customerWords } from './customer-words.js';
import './customer.css';

/** One customer: its credit line, what is open by age, how it pays, and what was said. */
export function Page() {
  const say = useWords(customerWords);
  const navigate = useNavigate();
  const { customerId } = useParams({ strict: false }) as { customerId: string };
  const params = { customerId };
  const customer = useCall('GET /v1/customers/{customerId}', { params });
  const credit = useCall('GET /v1/customers/{customerId}/credit', { params });
  const statement = useCall('GET /v1/customers/{customerId}/statement', { params });
  useKeys({ Escape: () => void navigate({ to: '/customers' }) });
  const { data } = customer;
  return (
    <Frame
      title={data?.name ?? say('customer')}
      crumb={{ label: say('title'), to: '/customers' }}
      about={data === undefined ? null : <About customer={data} />}
      verbs={
        <>
          <LiveMark updatedAt={customer.dataUpdatedAt} />
          {data === undefined ? null : (
            <DownloadButton
              name="GET /v1/customers/{customerId}/statement"
              id={customerId}
              number={`${say('statement')} ${data.number}`}
              label={say('statement')}
            />
          )}
          <Link className="btn small" to="/sales" search={{ customer: customerId, view: 'all' }}>
            {say('sales')}
          </Link>
        </>
      }
      keys={[['Esc', say('back')]]}
    >
      <Loaded query={customer} rows={14}>
        {(loaded) => (
          <div className="body" tabIndex={0} role="region" aria-label={say('customer')}>
            {credit.data === undefined || statement.data === undefined ? null : (
              <CustomerTrio customer={loaded} credit={credit.data} statement={statement.data} />
            )}
            <div className="two customer">
              <div className="left">
                {statement.data === undefined ? null : <Left statement={statement.data} />}
              </div>
              <CustomerSide customer={loaded} credit={credit.data} />
            </div>
          </div>
        )}
      </Loaded>
    </Frame>
  );
}

function About({ customer }: Readonly<{ customer: Customer }>) {
  const say = useWords(customerWords);
  const { number, termsDays: days, overdue } = customer;
  const segment = useSegmentName()(customer.segment);
  return (
    <>
      <span className="quiet nowrap">{say('about', { number, segment, days })}</span>
      {units(overdue) === 0n ? null : (
        <Chip look={{ shape: 'overdue', family: 'over' }}>
          {say('overdueChip', { amount: money(overdue) })}
        </Chip>
      )}
    </>
  );
}

function Left({ statement }: Readonly<{ statement: Statement }>) {
  const { promises, disputes } = useWordOf(statement.items);
  return (
    <>
      <CustomerItems statement={statement} />
      {promises.length === 0 ? null : <PromisesOf promises={promises} />}
      {disputes.length === 0 ? null : <DisputesOf disputes={disputes} />}
    </>
  );
}
