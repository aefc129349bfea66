import { Link } from '@tanstack/react-router';
import type { BodyOf } from '../../api/client.js';
import { age, count, daysBetween, isZero, money, short, todayOf } from '../../ui/format.js';
import { usePlace } from '../../ui/place.js';
import { StandingOf, WhatStanding, type Standing } from '../../ui/standing.js';
import { useWords } from '../../words/words.js';
import { salesWords } from './sales-words.js';

type Standings = BodyOf<'GET /v1/lifecycle-standings'>;
type Count = Standings['standings'][number];

/** In the order of a sale's life; what waits for money stands together in the middle. */
const BEFORE = ['captured', 'goods-kept', 'to-invoice'] as const;
const WAITING = ['not-due', 'overdue', 'held', 'promised', 'disputed'] as const;
const AFTER = ['at-agency', 'paid'] as const;

/** How many sales stand where, with their amounts; each is a filter of the list. */
export function Strip({
  standings,
  chosen,
}: Readonly<{ standings: Standings; chosen: Standing | undefined }>) {
  const say = useWords(salesWords);
  const of = (standing: Standing) => standings.standings.find((one) => one.standing === standing);
  const stage = (standing: Standing) => (
    <Stage key={standing} standing={standing} counted={of(standing)} chosen={chosen === standing} />
  );
  return (
    <nav className="strip" aria-label={say('stages')}>
      {BEFORE.map(stage)}
      <div className="group">{WAITING.map(stage)}</div>
      {AFTER.map(stage)}
      <WhatStanding />
    </nav>
  );
}

function Stage({
  standing,
  counted,
  chosen,
}: Readonly<{ standing: Standing; counted: Count | undefined; chosen: boolean }>) {
  return (
    <Link
      to="/sales"
      search={chosen ? {} : { standing }}
      className="stage"
      aria-current={chosen ? 'true' : undefined}
    >
      <StandingOf standing={standing} />
      <strong className={counted === undefined ? 'quiet' : undefined}>
        {count(counted?.sales ?? 0)}
      </strong>
      <small>
        <About standing={standing} counted={counted} />
      </small>
    </Link>
  );
}

function About({
  standing,
  counted,
}: Readonly<{ standing: Standing; counted: Count | undefined }>) {
  const say = useWords(salesWords);
  const place = usePlace();
  if (counted === undefined) return '\u2013';
  const shown = isZero(counted.open) ? counted.total : counted.open;
  const figure = <span title={money(shown)}>{short(shown)}</span>;
  if (standing === 'paid') return figure;
  if (standing === 'overdue' && counted.oldestDueOn !== null) {
    const days = daysBetween(counted.oldestDueOn, todayOf(place));
    return (
      <>
        {figure}, {say('upTo', { days })}
      </>
    );
  }
  if (!isZero(counted.open) || counted.oldestSince === null) return figure;
  return (
    <>
      {figure}, {say('oldest', { age: age(counted.oldestSince, place) })}
    </>
  );
}
