import { IconArrowsJoin, IconInbox } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCall } from '../../api/use-call.js';
import { isZero } from '../../ui/format.js';
import { Money } from '../../ui/money.js';
import { standingWords, StandingOf } from '../../ui/standing.js';
import { Loaded } from '../../ui/states.js';
import { Age } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import { businessWords } from './business-words.js';

/** Standings in which something else than time holds a sale up. */
const STUCK = ['captured', 'disputed', 'held', 'overdue', 'at-agency'] as const;

/** What does not move by itself, with its money and its age. */
export function Stuck({ store }: Readonly<{ store: string | undefined }>) {
  const say = useWords(businessWords);
  const standings = useCall('GET /v1/lifecycle-standings', { query: { store } });
  return (
    <section aria-label={say('stuck')}>
      <header>
        <h2>{say('stuck')}</h2>
      </header>
      <Loaded query={standings} rows={4}>
        {(counted) => (
          <ul className="stuck">
            <Work store={store} />
            {STUCK.flatMap(
              (standing) => counted.standings.find((one) => one.standing === standing) ?? [],
            ).map((one) => (
              <StuckSales key={one.standing} one={one} store={store} />
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}

type One = Readonly<{
  standing: keyof typeof standingWords;
  sales: number;
  open: Readonly<{ amount: string; currency: string }>;
  total: Readonly<{ amount: string; currency: string }>;
  oldestSince: string | null;
}>;

function StuckSales({ one, store }: Readonly<{ one: One; store: string | undefined }>) {
  return (
    <li>
      <Link to="/sales" search={{ standing: one.standing, store }} className="row">
        <StandingOf standing={one.standing} />
        <span className="quiet">{one.sales}</span>
      </Link>
      <span className="num">
        <Money of={isZero(one.open) ? one.total : one.open} />
      </span>
      <span className="num quiet">
        {one.oldestSince === null ? null : <Age since={one.oldestSince} />}
      </span>
    </li>
  );
}

function Work({ store }: Readonly<{ store: string | undefined }>) {
  const say = useWords(businessWords);
  const { data } = useCall('GET /v1/work-queue/counts', { query: { store } });
  if (data === undefined) return null;
  const oldest = data.kinds.map(({ oldestAt }) => oldestAt).sort()[0];
  return (
    <>
      {data.total === 0 ? null : (
        <Line icon={<IconInbox className="i" />} since={oldest}>
          <Link to="/queue">{say('queue', { n: data.total })}</Link>
        </Line>
      )}
      {data.payments === 0 ? null : (
        <Line icon={<IconArrowsJoin className="i" />} since={undefined}>
          <Link to="/matching">{say('payments', { n: data.payments })}</Link>
        </Line>
      )}
    </>
  );
}

function Line({
  icon,
  since,
  children,
}: Readonly<{ icon: ReactNode; since: string | undefined; children: ReactNode }>) {
  return (
    <li>
      <span className="row">
        {icon}
        {children}
      </span>
      <span />
      <span className="num quiet">{since === undefined ? null : <Age since={since} />}</span>
    </li>
  );
}
