import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCall } from '../../api/use-call.js';
import { Facts } from '../../ui/equation.js';
import type { WireMoney } from '../../ui/format.js';
import { Money } from '../../ui/money.js';
import { Page as Frame } from '../../ui/page.js';
import { Loaded } from '../../ui/states.js';
import { Chip, type StatusLook } from '../../ui/status.js';
import { When } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import { requestWords } from './request-words.js';

/** What both kinds of requests say. */
type Request = Readonly<{
  invoiceId: string;
  amount: WireMoney;
  reason: string;
  state: 'requested' | 'approved' | 'rejected' | 'lapsed';
  requestedAt: string;
  decidedAt: string | null;
}>;

const LOOKS: Readonly<Record<Request['state'], StatusLook>> = {
  requested: { shape: 'captured', family: 'wait' },
  approved: { shape: 'paid', family: 'in' },
  rejected: { shape: 'cancelled', family: 'off' },
  lapsed: { shape: 'off', family: 'off' },
};

type Row = readonly [name: ReactNode, value: ReactNode];
type Read<Asked> = Readonly<{
  data: Asked | undefined;
  error: unknown;
  isError: boolean;
  refetch: () => unknown;
}>;
type Props<Asked> = Readonly<{
  title: 'creditNote' | 'placement';
  query: Read<Asked>;
  /** What this kind says besides. */
  more: (asked: Asked) => readonly Row[];
}>;

/** One request: what was asked for, by which reason, what was decided, and what came of it. */
export function RequestPage<Asked extends Request>({ title, query, more }: Props<Asked>) {
  const say = useWords(requestWords);
  const { data } = query;
  return (
    <Frame
      title={say(title)}
      crumb={{ label: say('queue'), to: '/queue' }}
      about={data === undefined ? null : <Chip look={LOOKS[data.state]}>{say(data.state)}</Chip>}
    >
      <div className="body invoice" tabIndex={0} role="region" aria-label={say(title)}>
        <Loaded query={query}>
          {(asked) => (
            <section aria-label={say('about')}>
              <RequestFacts asked={asked} more={more(asked)} />
            </section>
          )}
        </Loaded>
      </div>
    </Frame>
  );
}

function RequestFacts({ asked, more }: Readonly<{ asked: Request; more: readonly Row[] }>) {
  const say = useWords(requestWords);
  const params = { invoiceId: asked.invoiceId };
  const invoice = useCall('GET /v1/invoices/{invoiceId}', { params }).data;
  const decided =
    asked.decidedAt === null ? (
      <Link to="/queue">{say('waits')}</Link>
    ) : (
      <When at={asked.decidedAt} />
    );
  const rows: readonly Row[] = [
    [say('amount'), <Money of={asked.amount} />],
    [say('reason'), asked.reason],
    [
      say('invoice'),
      <Link to={`/invoices/${asked.invoiceId}`} className="mono">
        {invoice?.number ?? '\u2013'}
      </Link>,
    ],
    ...(invoice === undefined
      ? []
      : [
          [
            say('customer'),
            <Link to={`/customers/${invoice.customer.id}`}>{invoice.customer.name}</Link>,
          ] as const,
        ]),
    [say('asked'), <When at={asked.requestedAt} />],
    [say('decided'), decided],
    ...more,
  ];
  return (
    <>
      <Facts rows={rows} />
      {asked.state === 'lapsed' ? <p className="quiet">{say('lapsedWhy')}</p> : null}
    </>
  );
}
