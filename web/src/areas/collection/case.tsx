import { Link, useParams } from '@tanstack/react-router';
import { useCall } from '../../api/use-call.js';
import type { BodyOf } from '../../api/client.js';
import { useRole } from '../../shell/session.js';
import { Facts } from '../../ui/equation.js';
import { money } from '../../ui/format.js';
import { Page as Frame } from '../../ui/page.js';
import { Loaded } from '../../ui/states.js';
import { Day, When } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import { agenciesWords } from './agencies-words.js';
import { BalanceOfCase, CaseProof } from './case-balance.js';
import { CaseStateAndWhat } from './case-state.js';
import { Recall } from './recall.js';
import { useReportWords } from './report-words.js';
import './case.css';

type Case = BodyOf<'GET /v1/placements/{placementId}'>;

const DECIDERS: readonly string[] = ['arManager', 'creditController', 'owner'];
const OPEN: readonly string[] = ['created', 'submitted', 'acknowledged'];

/** One case: its balance, what the agency reported, what it was told. */
export function Page() {
  const say = useWords(agenciesWords);
  const role = useRole();
  const { placementId } = useParams({ strict: false }) as Readonly<{ placementId: string }>;
  const read = useCall('GET /v1/placements/{placementId}', { params: { placementId } });
  const found = read.data;
  const mayRecall = found !== undefined && DECIDERS.includes(role) && OPEN.includes(found.state);
  return (
    <Frame
      title={found?.number ?? say('case')}
      crumb={{ label: say('title'), to: '/agencies' }}
      about={found === undefined ? null : <CaseStateAndWhat state={found.state} />}
      verbs={mayRecall ? <Recall of={found} /> : null}
      proof={found === undefined ? null : <CaseProof of={[found]} />}
    >
      <div className="body case" tabIndex={0} role="region" aria-label={say('case')}>
        <Loaded query={read} rows={8}>
          {(whole) => <Parts whole={whole} />}
        </Loaded>
      </div>
    </Frame>
  );
}

function Parts({ whole }: Readonly<{ whole: Case }>) {
  const say = useWords(agenciesWords);
  const { balance } = whole;
  return (
    <>
      <section>
        <BalanceOfCase balance={balance} />
      </section>
      <section>
        <CaseFacts whole={whole} />
      </section>
      <section>
        <h2>{say('events')}</h2>
        <Reports reports={whole.reports} />
      </section>
      <section>
        <h2>{say('messages')}</h2>
        <Messages messages={whole.messages} />
      </section>
    </>
  );
}

function CaseFacts({ whole }: Readonly<{ whole: Case }>) {
  const say = useWords(agenciesWords);
  const { customer, agency, invoice, recallReason, closeReason } = whole;
  const why = recallReason ?? closeReason;
  return (
    <Facts
      rows={[
        [say('customer'), <Link to={`/customers/${customer.id}`}>{customer.name}</Link>],
        [
          say('agency'),
          <Link to="/agencies" search={{ view: 'all', agency: agency.code }}>
            {agency.name}
          </Link>,
        ],
        [
          say('invoice'),
          <Link to={`/invoices/${invoice.id}`} className="mono">
            {invoice.number}
          </Link>,
        ],
        [say('dueSince'), <Day on={whole.oldestDueOn} />],
        [say('since'), <When at={whole.placedAt} />],
        [
          say('accepted'),
          whole.acknowledgedAt === null ? '\u2013' : <When at={whole.acknowledgedAt} />,
        ],
        ...(why === null ? [] : [[say('reason'), why] as const]),
      ]}
    />
  );
}

function Reports({ reports }: Pick<Case, 'reports'>) {
  const say = useWords(agenciesWords);
  const nameOf = useReportWords();
  if (reports.length === 0) return <p className="quiet">{say('noEvents')}</p>;
  return (
    <ol className="case-events">
      {reports.map((report) => (
        <li key={report.sequence}>
          <span>{nameOf(report.type)}</span>
          <span>{report.amount === null ? null : money(report.amount)}</span>
          <span className="soft">
            {report.commission === null ? null : `${say('commission')} ${money(report.commission)}`}
            {report.remittance === null ? null : ` ${report.remittance}`}
          </span>
          <span className="quiet">
            <When at={report.occurredAt} />
          </span>
        </li>
      ))}
    </ol>
  );
}

function Messages({ messages }: Pick<Case, 'messages'>) {
  const say = useWords(agenciesWords);
  const nameOf = useReportWords();
  if (messages.length === 0) return <p className="quiet">{say('noMessages')}</p>;
  return (
    <ol className="case-events">
      {messages.map((message) => (
        <li key={message.id}>
          <span>{nameOf(message.type)}</span>
          <span />
          <span className={message.deliveredAt === null ? 'bad fg' : 'soft'}>
            {message.deliveredAt === null
              ? say('waiting', { n: message.attempts })
              : say('delivered')}
          </span>
          <span className="quiet">
            <When at={message.createdAt} />
          </span>
        </li>
      ))}
    </ol>
  );
}
