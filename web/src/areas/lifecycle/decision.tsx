import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useToast } from '../../shell/toasts.js';
import { moment, money } from '../../ui/format.js';
import { usePlace } from '../../ui/place.js';
import { useLanguage } from '../../words/language.js';
import { useWords } from '../../words/words.js';
import { Care } from './care.js';
import { queueWords } from './queue-words.js';
import { useIsOwn, useRefusal, useVerb, type WorkItem } from './use-verb.js';
import { Verbs } from './verbs.js';
import type { CallVerb } from './work-verbs.js';
import { WorkFacts } from './work-facts.js';
import { WorkIconOf } from './work-icon.js';
import { lookOf } from './work-looks.js';

type DecisionProps = Readonly<{
  item: WorkItem;
  /** It is not in the queue any more. */
  isGone: boolean;
  place: string;
  onNext: () => void;
}>;

/** One decision: the question, what is known, and what can be done about it. */
export function Decision({ item, isGone, place, onNext }: DecisionProps) {
  const say = useWords(queueWords);
  const { language } = useLanguage();
  const look = lookOf(item.kind);
  const { act, fault, isBusy, isDone } = useDecision(item, onNext);
  const about = [item.amount === null ? undefined : money(item.amount), item.customer?.name]
    .filter((part) => part !== undefined)
    .join(', ');
  return (
    <div className="one">
      <div className="ask" tabIndex={0} role="region" aria-labelledby="question">
        <div className="row">
          <span className={`st ${look.family}`}>
            <WorkIconOf kind={item.kind} />
            <span className="soft">{look.words[language]}</span>
          </span>
          <Origin item={item} />
          <span className="grow" />
          <span className="quiet">{place}</span>
        </div>
        <h2 id="question">{look.ask[language]}</h2>
        <p className="whose">{about}</p>
        <p className="lead">
          {item.words?.[language] ?? item.ends?.words[language]}{' '}
          {item.ends?.itself === true ? say('byItself') : ''}
        </p>
        {isGone && !isDone ? (
          <div className="against" role="status">
            <IconInfoCircle className="i" aria-hidden="true" />
            <p>{say('gone')}</p>
            <p>
              <button type="button" className="btn small" onClick={onNext}>
                {say('goOn')} <kbd>j</kbd>
              </button>
            </p>
          </div>
        ) : null}
        <WorkFacts item={item} />
        <Care item={item} />
      </div>
      <OwnNote item={item} />
      <Verbs item={item} onAct={act} isBusy={isBusy} fault={fault} />
    </div>
  );
}

/** Who asked for it and when, or since when it waits. */
function Origin({ item }: Readonly<{ item: WorkItem }>) {
  const say = useWords(queueWords);
  const place = usePlace();
  const { requestedBy } = (item.detail ?? {}) as Readonly<Record<string, unknown>>;
  const when = moment(item.openedAt, place);
  return (
    <span className="quiet">
      {typeof requestedBy === 'string'
        ? say('askedBy', { who: requestedBy, when })
        : say('since', { when })}
    </span>
  );
}

function OwnNote({ item }: Readonly<{ item: WorkItem }>) {
  const say = useWords(queueWords);
  const isOwn = useIsOwn();
  return isOwn(item) ? <p className="xs quiet own-note">{say('own')}</p> : null;
}

/** Does what was decided, says so, and goes on to the next. */
function useDecision(item: WorkItem, onNext: () => void) {
  const say = useWords(queueWords);
  const { language } = useLanguage();
  const tell = useToast();
  const verb = useVerb();
  const refusal = useRefusal();
  const [isDone, setDone] = useState(false);
  const act = async (chosen: CallVerb, values: Readonly<Record<string, unknown>>) => {
    try {
      await verb.mutateAsync({ verb: chosen, item, values });
    } catch {
      // Shown from the state of the mutation; what was typed stays.
      return;
    }
    setDone(true);
    const kind = lookOf(item.kind).words[language];
    tell(say('done', { verb: chosen.words[language], kind }));
    onNext();
  };
  return { act, fault: refusal(verb.error), isBusy: verb.isPending, isDone };
}
