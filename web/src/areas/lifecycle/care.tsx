import { useRef, useState, type RefObject } from 'react';
import { WORKERS } from '../../../../contract/lifecycle/workers.js';
import { useCall } from '../../api/use-call.js';
import { useSession } from '../../shell/session.js';
import { date, todayOf } from '../../ui/format.js';
import { usePlace } from '../../ui/place.js';
import { useKeys } from '../../ui/use-keys.js';
import { When } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import { careWords } from './care-words.js';
import { useCare, useNotes } from './use-care.js';
import type { WorkItem } from './use-verb.js';

/** Who works on an item, until when it is out of the queue, and what people wrote at it. */
export function Care({ item }: Readonly<{ item: WorkItem }>) {
  const say = useWords(careWords);
  const { person } = useSession();
  const mayAct = (WORKERS as readonly string[]).includes(person.role);
  const { assign, snooze, fault } = useCare(item);
  const day = useRef<HTMLInputElement>(null);
  const note = useRef<HTMLInputElement>(null);
  useKeys({
    t: () => mayAct && void assign({ id: person.id, name: person.name }),
    s: () => focus(day),
    n: () => focus(note),
  });
  return (
    <section className="care" aria-label={say('care')}>
      <div className="row wrap">
        <Assignee item={item} mayAct={mayAct} onAssign={(who) => void assign(who)} />
        <PutOff item={item} mayAct={mayAct} field={day} onPutOff={(on) => void snooze(on)} />
      </div>
      <Notes item={item} mayAct={mayAct} field={note} />
      {fault === undefined ? null : (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </section>
  );
}

function focus({ current }: RefObject<HTMLInputElement | null>): boolean {
  current?.focus();
  return current !== null;
}

type AssigneeProps = Readonly<{
  item: WorkItem;
  mayAct: boolean;
  onAssign: (who: WorkItem['assignee']) => void;
}>;

function Assignee({ item, mayAct, onAssign }: AssigneeProps) {
  const say = useWords(careWords);
  const { person } = useSession();
  const people = useCall('GET /v1/work-queue/people', {}, { live: false, staleMs: 60_000 });
  const own = { id: person.id, name: person.name };
  const all = [...(people.data?.data ?? []), ...(item.assignee === null ? [] : [item.assignee])];
  const choices = [...new Map(all.map((one) => [one.id, one])).values()];
  return (
    <>
      <label className="field small">
        <span className="quiet">{say('assignee')}</span>
        <select
          value={item.assignee?.id ?? ''}
          disabled={!mayAct}
          onChange={({ target: { value } }) =>
            onAssign(choices.find(({ id }) => id === value) ?? null)
          }
        >
          <option value="">{say('nobody')}</option>
          {choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {mayAct && item.assignee?.id !== person.id ? (
        <button type="button" className="btn small" onClick={() => onAssign(own)}>
          {say('take')} <kbd>T</kbd>
        </button>
      ) : null}
    </>
  );
}

type PutOffProps = Readonly<{
  item: WorkItem;
  mayAct: boolean;
  field: RefObject<HTMLInputElement | null>;
  onPutOff: (until: string | null) => void;
}>;

function PutOff({ item, mayAct, field, onPutOff }: PutOffProps) {
  const say = useWords(careWords);
  const place = usePlace();
  const [until, setUntil] = useState('');
  if (item.snoozedUntil !== null)
    return (
      <>
        <span className="quiet">{say('offUntil', { day: date(item.snoozedUntil, place) })}</span>
        {mayAct ? (
          <button type="button" className="btn small" onClick={() => onPutOff(null)}>
            {say('back')}
          </button>
        ) : null}
      </>
    );
  if (!mayAct) return null;
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        onPutOff(until);
      }}
    >
      <label className="field small">
        <span className="quiet">{say('until')}</span>
        <input
          ref={field}
          type="date"
          required
          min={dayAfter(todayOf(place))}
          value={until}
          onChange={({ target: { value } }) => setUntil(value)}
        />
      </label>
      <button type="submit" className="btn small">
        {say('putOff')} <kbd>S</kbd>
      </button>
    </form>
  );
}

const DAY_MS = 86_400_000;

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
}

type NotesProps = Readonly<{
  item: WorkItem;
  mayAct: boolean;
  field: RefObject<HTMLInputElement | null>;
}>;

function Notes({ item, mayAct, field }: NotesProps) {
  const say = useWords(careWords);
  const { write, withdraw, fault } = useNotes(item.id);
  const [text, setText] = useState('');
  const input = { params: { workItemId: item.id } };
  const notes = useCall('GET /v1/work-queue/{workItemId}/notes', input, {
    enabled: item.notes > 0,
  });
  const rows = item.notes === 0 ? [] : (notes.data?.data ?? []);
  return (
    <>
      {rows.length === 0 ? null : (
        <ul className="notes">
          {rows.map((row) => (
            <li key={row.id}>
              {row.text}{' '}
              <span className="xs quiet">
                {row.by}, <When at={row.at} />
              </span>{' '}
              {row.own && mayAct ? (
                <button type="button" className="btn small plain" onClick={() => withdraw(row.id)}>
                  {say('takeBack')}
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayAct ? (
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            void write(text).then((isWritten) => isWritten && setText(''));
          }}
        >
          <label className="field small grow">
            <span className="quiet">{say('note')}</span>
            <input
              ref={field}
              required
              maxLength={500}
              value={text}
              onChange={({ target: { value } }) => setText(value)}
            />
          </label>
          <button type="submit" className="btn small">
            {say('write')} <kbd>N</kbd>
          </button>
        </form>
      ) : null}
      {fault === undefined ? null : (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </>
  );
}
