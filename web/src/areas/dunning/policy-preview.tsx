import { useState } from 'react';
import { useCall } from '../../api/use-call.js';
import { Dialog } from '../../ui/dialog.js';
import { Labelled } from '../../ui/form-dialog.js';
import { date, money, todayOf } from '../../ui/format.js';
import { usePlace } from '../../ui/place.js';
import { Loaded } from '../../ui/states.js';
import { When } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import type { Policy } from './policies.js';
import { policiesWords } from './policies-words.js';

/** The day of every letter about an invoice that nobody pays, by the rule that decides the letters themselves. */
export function PolicyPreview({ of, onClose }: Readonly<{ of: Policy; onClose: () => void }>) {
  const say = useWords(policiesWords);
  const place = usePlace();
  const [dueOn, setDueOn] = useState(() => todayOf(place));
  const params = { policyId: of.id };
  const preview = useCall(
    'GET /v1/dunning-policies/{policyId}/preview',
    { params, query: { dueOn } },
    { enabled: dueOn !== '' },
  );
  const close = (
    <button type="button" className="btn primary" onClick={onClose}>
      {say('close')}
    </button>
  );
  return (
    <Dialog title={say('previewTitle')} onClose={onClose} verbs={close}>
      <Labelled label={say('dueOn')}>
        <input type="date" value={dueOn} onChange={({ target }) => setDueOn(target.value)} />
      </Labelled>
      <Loaded query={preview} rows={3}>
        {({ letters, afterwards }) => (
          <ol aria-label={say('previewTitle')}>
            {letters.map((letter) => (
              <li key={letter.level}>
                <b>{say('letter', { level: letter.level })}</b>, <When at={letter.at} />,{' '}
                {say('payBy', { day: date(letter.payBy, place) })}
                {letter.fee === null ? '' : `, ${money(letter.fee)}`}
              </li>
            ))}
            <li>
              {say(afterwards.kind)}
              {afterwards.at === null ? null : (
                <>
                  , <When at={afterwards.at} />
                </>
              )}
            </li>
          </ol>
        )}
      </Loaded>
    </Dialog>
  );
}
