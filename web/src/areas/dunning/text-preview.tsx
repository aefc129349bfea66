import { useState } from 'react';
import type { BodyOf } from '../../api/client.js';
import { useAnswer } from '../../api/use-answer.js';
import { faultOf, useCall } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { Labelled } from '../../ui/form-dialog.js';
import { useSettled } from '../../ui/use-settled.js';
import { useWords } from '../../words/words.js';
import type { LetterText } from './letter-texts.js';
import { textsWords } from './texts-words.js';
import './letters.css';

export type Draft = Pick<LetterText, 'level' | 'language' | 'subject' | 'opening' | 'closing'>;
type Letter = Pick<BodyOf<'POST /v1/templates/preview'>, 'subject' | 'text'>;

/** So long after the last key the letter is asked for. */
const SETTLED_MS = 300;

/** The letter that a customer who owes something would get today with these words. */
export function TextPreview({ draft }: Readonly<{ draft: Draft }>) {
  const say = useWords(textsWords);
  // The administrator sees no customer and what it owes.
  const maySee = useRole() !== 'admin';
  return (
    <section className="text-preview" aria-label={say('preview')}>
      <h3>{say('preview')}</h3>
      {maySee ? <OfCustomer draft={draft} /> : <p className="soft">{say('mayNotSee')}</p>}
    </section>
  );
}

function OfCustomer({ draft }: Readonly<{ draft: Draft }>) {
  const say = useWords(textsWords);
  const ageing = useCall('GET /v1/reports/ageing', { query: { limit: 200 } }, { live: false });
  const [chosen, setChosen] = useState<string>();
  const owing = ageing.data?.customers.map(({ customer }) => customer) ?? [];
  const customerId = chosen ?? owing[0]?.id;
  if (ageing.data !== undefined && customerId === undefined)
    return <p className="soft">{say('nobodyOwes')}</p>;
  return (
    <>
      <Labelled label={say('customer')}>
        <select value={customerId} onChange={({ target }) => setChosen(target.value)}>
          {owing.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Labelled>
      {customerId === undefined ? null : <Read customerId={customerId} draft={draft} />}
    </>
  );
}

type ReadProps = Readonly<{ customerId: string; draft: Draft }>;

/** With these words once there are some; before that the letter with the words that are sent now. */
function Read({ customerId, draft }: ReadProps) {
  const say = useWords(textsWords);
  const settled = useSettled(draft, SETTLED_MS);
  const isWhole = [settled.subject, settled.opening, settled.closing].every(
    (words) => words.trim() !== '',
  );
  const own = useAnswer(
    'POST /v1/templates/preview',
    { body: { customerId, ...settled } },
    { enabled: isWhole },
  );
  const now = useCall(
    'GET /v1/customers/{customerId}/letter',
    { params: { customerId }, query: { level: settled.level } },
    { live: false, enabled: !isWhole },
  );
  const { data, error } = isWhole ? own : now;
  return (
    <>
      <p className="soft xs">{say(isWhole ? 'ownWords' : 'wordsNow')}</p>
      <p className="fault" role="status">
        {faultOf(error)}
      </p>
      {data === undefined ? null : <LetterOf letter={data} />}
    </>
  );
}

function LetterOf({ letter: { subject, text } }: Readonly<{ letter: Letter }>) {
  return (
    <article className="letter">
      <h4>{subject}</h4>
      <pre tabIndex={0}>{text}</pre>
    </article>
  );
}
