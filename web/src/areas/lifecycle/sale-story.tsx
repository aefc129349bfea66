import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { date, day, exact, money, time, inOneWay } from '../../ui/format.js';
import { usePlace } from '../../ui/place.js';
import { useRole } from '../../shell/session.js';
import { StatusIcon } from '../../ui/status-icon.js';
import type { StatusLook } from '../../ui/status.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { lookOfEvent, useEventWords, type EventFacts } from './event-words.js';
import type { Story } from './sale-money.js';
import type { Next } from './sale-next.js';
import { saleWords } from './sale-words.js';

type Event = Story['events'][number];

/** What happened, the latest first; above it, after the line of now, what comes if nothing changes. */
export function SaleStory({ story, next }: Readonly<{ story: Story; next: Next | undefined }>) {
  const say = useWords(saleWords);
  const planned = (next?.planned ?? []).toReversed();
  const events = story.events.toReversed();
  return (
    <section aria-labelledby="story">
      <h2 id="story" className="hidden">
        {say('latest')}
      </h2>
      <ol className="tl">
        {planned.map((step) => (
          <Later key={`${step.kind}${step.level ?? ''}`} step={step} />
        ))}
        <NowLine />
        {events.map((event, index) => (
          <Happened key={event.id} event={event} before={events[index - 1]} />
        ))}
      </ol>
    </section>
  );
}

function Later({ step }: Readonly<{ step: Next['planned'][number] }>) {
  const say = useWords(saleWords);
  const { language } = useLanguage();
  const look: StatusLook =
    step.kind === 'letter'
      ? { shape: 'notDue', family: 'wait' }
      : { shape: 'agency', family: 'agency' };
  return (
    <li className="later">
      <Stamp at={step.at} withDay />
      <Dot look={look} />
      <div>
        <h3 className="soft">{inOneWay(step.words[language])}</h3>
        <p className="quiet">{say('ifOpen')}</p>
      </div>
    </li>
  );
}

function NowLine() {
  const say = useWords(saleWords);
  const place = usePlace();
  return (
    <li className="now">
      <time>
        <b>{say('now')}</b>
        <span>{time(new Date(place.nowMs), place)}</span>
      </time>
      <span className="dot" />
      <hr />
    </li>
  );
}

function Happened({ event, before }: Readonly<{ event: Event; before: Event | undefined }>) {
  const say = useWords(saleWords);
  const words = useEventWords();
  const place = usePlace();
  const isNewDay =
    before === undefined || day(new Date(before.at), place) !== day(new Date(event.at), place);
  const facts = factsOf(event.detail);
  const promised = facts['promisedFor'];
  const said = {
    ...facts,
    by: event.actor.name,
    ...(typeof promised === 'string' ? { promisedFor: date(promised, place) } : {}),
  };
  return (
    <li>
      <Stamp at={event.at} withDay={isNewDay} />
      <Dot look={lookOfEvent(event.kind)} />
      <div>
        <div className="row">
          <h3>{words(event.kind, said)}</h3>
          <span className="grow" />
          {event.amount === null ? null : <span className="num">{money(event.amount)}</span>}
        </div>
        <p>
          {parts([
            event.kind === 'captured' ? null : say('by', { name: event.actor.name }),
            <DocumentOf key="document" event={event} />,
            facts['reason'] ?? facts['agency'] ?? null,
          ])}
        </p>
      </div>
    </li>
  );
}

/** Where the document of an event can be looked at. */
function DocumentOf({ event }: Readonly<{ event: Event }>) {
  const number = event.document?.number;
  if (event.document === null || number === null || number === undefined) return null;
  const { kind, id } = event.document;
  if (kind === 'placement') return <Link to="/agencies">{number}</Link>;
  if (kind === 'credit-note') return <PaperLink to={`/credit-notes/${id}`}>{number}</PaperLink>;
  return <span className="mono">{number}</span>;
}

/** A link for who may read papers of money; people of a store may not. */
function PaperLink({ to, children }: Readonly<{ to: string; children: string }>) {
  const isLink = useRole() !== 'storeManager';
  if (!isLink) return <span className="mono">{children}</span>;
  return (
    <Link to={to} className="mono">
      {children}
    </Link>
  );
}

function parts(shown: readonly ReactNode[]): ReactNode {
  return shown
    .filter((one) => one !== null && one !== undefined)
    .map((one, index) => (
      <span key={index}>
        {index === 0 ? null : ' · '}
        {one}
      </span>
    ));
}

/** The plain facts of an event; what is nested is for the books. */
export function factsOf(detail: unknown): EventFacts {
  if (typeof detail !== 'object' || detail === null) return {};
  return Object.fromEntries(
    Object.entries(detail).filter(
      (entry): entry is [string, string | number] =>
        typeof entry[1] === 'string' || typeof entry[1] === 'number',
    ),
  );
}

function Stamp({ at, withDay }: Readonly<{ at: string; withDay: boolean }>) {
  const place = usePlace();
  return (
    <time dateTime={at} title={exact(at, place)}>
      {withDay ? <b>{day(new Date(at), place)}</b> : null}
      <span>{time(new Date(at), place)}</span>
    </time>
  );
}

function Dot({ look }: Readonly<{ look: StatusLook }>) {
  return (
    <span className={`dot ${look.family}`}>
      <StatusIcon shape={look.shape} />
    </span>
  );
}
