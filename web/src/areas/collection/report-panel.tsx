import { useRef, useState, type FormEvent } from 'react';
import { faultOf, useAct } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import { entered } from '../../ui/dialog.js';
import { date } from '../../ui/format.js';
import { usePlace } from '../../ui/place.js';
import { useWords } from '../../words/words.js';
import type { AgencyCase } from './own-cases.js';
import { ownWords } from './own-words.js';
import { ReportForm } from './report-form.js';

/** What comes next on a case: an answer, a report, or nothing any more. */
export function ReportPanel({ of }: Readonly<{ of: AgencyCase }>) {
  const say = useWords(ownWords);
  const place = usePlace();
  const { state, recalledAt, acknowledgedAt } = of;
  if (state === 'created' || state === 'submitted') return <Answer of={of} />;
  if (state === 'acknowledged') return <ReportForm of={of} kinds={EVERY_KIND} />;
  if (state === 'recalled' && recalledAt !== null && acknowledgedAt !== null)
    return (
      <ReportForm of={of} kinds={PAYMENT_ALONE}>
        <p className="soft">{say('afterRecall', { day: date(recalledAt.slice(0, 10), place) })}</p>
      </ReportForm>
    );
  return (
    <aside className="report" aria-label={say('report')}>
      <p className="soft">{say('over')}</p>
    </aside>
  );
}

const EVERY_KIND = ['contacted', 'promise', 'payment', 'dispute', 'closed'] as const;
const PAYMENT_ALONE = ['payment'] as const;

function Answer({ of }: Readonly<{ of: AgencyCase }>) {
  const say = useWords(ownWords);
  const tell = useToast();
  const act = useAct('POST /v1/agency/placements/{placementId}/acknowledgement');
  const form = useRef<HTMLFormElement>(null);
  const [isTurningDown, setTurningDown] = useState(false);
  const params = { placementId: of.id };
  const answer = (body: Parameters<typeof act.mutate>[0]['body']) =>
    act.mutate(
      { params, body },
      {
        onSuccess: () =>
          tell(say(body.accepted ? 'accepted' : 'turnedDown', { number: of.number })),
      },
    );
  const turnDown = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = entered(new FormData(event.currentTarget), 'reason');
    answer({ accepted: false, reason });
  };
  return (
    <aside className="report" aria-label={say('answer')}>
      <h2>{say('answer')}</h2>
      <p className="soft">{say('answerWhy')}</p>
      <button
        type="button"
        className="btn primary"
        disabled={act.isPending}
        onClick={() => answer({ accepted: true })}
      >
        {say('accept')}
      </button>
      {isTurningDown ? (
        <form className="form" ref={form} onSubmit={turnDown}>
          <label>
            {say('reason')}
            <textarea name="reason" required autoFocus />
          </label>
          <button type="submit" className="btn" disabled={act.isPending}>
            {say('turnDown')}
          </button>
        </form>
      ) : (
        <button type="button" className="btn" onClick={() => setTurningDown(true)}>
          {say('turnDown')}
        </button>
      )}
      <p className="fault" role="alert">
        {faultOf(act.error)}
      </p>
    </aside>
  );
}
