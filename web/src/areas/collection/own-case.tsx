import { useCall } from '../../api/use-call.js';
import type { BodyOf } from '../../api/client.js';
import { Facts } from '../../ui/equation.js';
import { date, exact, money, time, day } from '../../ui/format.js';
import { Loaded } from '../../ui/states.js';
import { usePlace } from '../../ui/place.js';
import { StatusIcon, type StatusShape } from '../../ui/status-icon.js';
import type { Family } from '../../ui/status.js';
import { Day } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import { BalanceOfCase } from './case-balance.js';
import { CaseStateAndWhat } from './case-state.js';
import type { AgencyCase } from './own-cases.js';
import { ownWords } from './own-words.js';
import { useReportWords } from './report-words.js';

type Report = BodyOf<'GET /v1/agency/placements/{placementId}/events'>['data'][number];

/** One case: who owes it, its balance, what was reported. */
export function OwnCase({ of }: Readonly<{ of: AgencyCase }>) {
  const say = useWords(ownWords);
  const reports = useCall('GET /v1/agency/placements/{placementId}/events', {
    params: { placementId: of.id },
  });
  return (
    <div className="own-case" tabIndex={0} role="region" aria-label={say('case')}>
      <section>
        <div className="row">
          <h2 className="name">{of.debtor?.name ?? of.number}</h2>
          <span className="quiet nowrap">{of.number}</span>
          <span className="grow" />
          <CaseStateAndWhat state={of.state} />
        </div>
        <Debtor of={of} />
      </section>
      <section>
        <BalanceOfCase balance={of.balance} />
      </section>
      <section aria-label={say('whatHappened')}>
        <Loaded query={reports}>{({ data }) => <Story of={of} reports={data} />}</Loaded>
      </section>
    </div>
  );
}

function Debtor({ of }: Readonly<{ of: AgencyCase }>) {
  const say = useWords(ownWords);
  const { debtor, invoice } = of;
  const about = [
    [say('invoice'), <span className="mono">{invoice.number}</span>],
    [say('due'), <Day on={of.oldestDueOn} />],
    [say('paysWith'), <span className="mono">{invoice.paymentReference}</span>],
    [say('terms'), say('version', { version: of.termsVersion })],
  ] as const;
  if (debtor === null)
    return (
      <>
        <p className="soft">{say('gone')}</p>
        <Facts rows={about} />
      </>
    );
  return (
    <Facts
      rows={[
        [say('company'), debtor.legalName],
        [say('address'), debtor.address],
        [say('phone'), debtor.phone ?? '\u2013'],
        [say('mail'), debtor.email ?? '\u2013'],
        [say('speaks'), `${say(debtor.language)}, ${debtor.timeZone}`],
        ...about,
      ]}
    />
  );
}

type Happened = Readonly<{
  key: string;
  at: string;
  title: string;
  about: string;
  amount?: string | undefined;
  shape: StatusShape;
  family: Family;
}>;

/** The latest first. */
function Story({ of, reports }: Readonly<{ of: AgencyCase; reports: readonly Report[] }>) {
  const say = useWords(ownWords);
  const events = [...useReported(reports), ...useTurns(of)].toSorted((a, b) =>
    b.at.localeCompare(a.at),
  );
  const place = usePlace();
  return (
    <ol className="tl" aria-label={say('whatHappened')}>
      {events.map((event) => (
        <li key={event.key}>
          <time dateTime={event.at} title={exact(event.at, place)}>
            <b>{day(new Date(event.at), place)}</b>
            <span>{time(new Date(event.at), place)}</span>
          </time>
          <span className={`dot ${event.family}`}>
            <StatusIcon shape={event.shape} />
          </span>
          <div>
            <div className="row">
              <h3>{event.title}</h3>
              <span className="grow" />
              <span className="num">{event.amount}</span>
            </div>
            <p>{event.about}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

const SHAPES: Readonly<Record<string, readonly [StatusShape, Family]>> = {
  payment: ['paid', 'in'],
  direct_payment: ['paid', 'in'],
  promise: ['promised', 'wait'],
  dispute: ['disputed', 'disp'],
  uncollectible: ['off', 'off'],
  closed: ['off', 'off'],
};

function useReported(reports: readonly Report[]): readonly Happened[] {
  const say = useWords(ownWords);
  const nameOf = useReportWords();
  const place = usePlace();
  return reports.map((report) => {
    const [shape, family] = SHAPES[report.type] ?? ['captured', 'wait'];
    const { commission, remittance, content } = report;
    const said = saidIn(content);
    const paidOver =
      remittance === null ? say('notPaidOver') : say('paidOver', { number: remittance });
    const about = [
      said.promisedFor === undefined
        ? undefined
        : `${say('promisedFor')} ${date(said.promisedFor, place)}`,
      said.reason ?? said.reference ?? said.note,
      commission === null ? undefined : say('commission', { amount: money(commission) }),
      report.type === 'payment' ? paidOver : undefined,
    ];
    return {
      key: String(report.sequence),
      at: report.occurredAt,
      title: nameOf(report.type),
      about: about.filter((part) => part !== undefined).join(' · '),
      amount: report.amount === null ? undefined : money(report.amount),
      shape,
      family,
    };
  });
}

type Said = Readonly<Partial<Record<'promisedFor' | 'reason' | 'reference' | 'note', string>>>;

/** What a report says beside its amount. */
function saidIn(content: unknown): Said {
  return typeof content === 'object' && content !== null ? content : {};
}

/** What happened to the case itself. */
function useTurns(of: AgencyCase): readonly Happened[] {
  const say = useWords(ownWords);
  const turns = [
    ['placedHere', of.placedAt, 'agency', 'agency'],
    ['acceptedIt', of.acknowledgedAt, 'promised', 'wait'],
    ['recalledIt', of.recalledAt, 'off', 'off'],
    ['endedIt', of.recalledAt === null ? of.closedAt : null, 'off', 'off'],
  ] as const;
  return turns.flatMap(([name, at, shape, family]) =>
    at === null
      ? []
      : [
          {
            key: name,
            at,
            title: say(name),
            about: name === 'endedIt' ? (of.closeReason ?? '') : '',
            amount: name === 'placedHere' ? money(of.balance.placed) : undefined,
            shape,
            family,
          },
        ],
  );
}
