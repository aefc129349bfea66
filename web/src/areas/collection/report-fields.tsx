import { useState } from 'react';
import { Labelled } from '../../ui/form-dialog.js';
import { money, todayOf } from '../../ui/format.js';
import { usePlace } from '../../ui/place.js';
import { useWords } from '../../words/words.js';
import type { AgencyCase } from './own-cases.js';
import { ownWords } from './own-words.js';
import { CHANNELS, type Kind } from './report-of.js';

type Props = Readonly<{ kind: Kind; of: AgencyCase; onAmount: (typed: string) => void }>;

/** What each kind of report asks for. */
export function ReportFields({ kind, of, onAmount }: Props) {
  const say = useWords(ownWords);
  if (kind === 'contacted')
    return (
      <>
        <Channel />
        <On label={say('on')} />
        <Text name="note" label={say('note')} />
      </>
    );
  if (kind === 'promise')
    return (
      <>
        <Amount of={of} onAmount={onAmount} />
        <Labelled label={say('promisedFor')}>
          <input name="for" type="date" required />
        </Labelled>
        <Text name="note" label={say('note')} />
      </>
    );
  if (kind === 'dispute')
    return (
      <>
        <Text name="reason" label={say('objection')} isRequired />
        <Amount of={of} onAmount={onAmount} />
      </>
    );
  return kind === 'closed' ? <Ending /> : <Payment of={of} onAmount={onAmount} />;
}

function Payment({ of, onAmount }: Omit<Props, 'kind'>) {
  const say = useWords(ownWords);
  return (
    <>
      <Amount of={of} onAmount={onAmount} />
      <On label={say('receivedOn')} />
      <label>
        {say('paidTo')}
        <span className="field">
          <select name="to">
            <option value="you">{say('payment_you')}</option>
            <option value="seller">{say('payment_seller')}</option>
          </select>
        </span>
      </label>
      <Labelled label={say('reference')}>
        <input name="reference" maxLength={200} />
      </Labelled>
    </>
  );
}

function Ending() {
  const say = useWords(ownWords);
  const [ends, setEnds] = useState('closed');
  return (
    <>
      <label>
        {say('ends')}
        <span className="field">
          <select name="ends" value={ends} onChange={(event) => setEnds(event.target.value)}>
            <option value="closed">{say('endClosed')}</option>
            <option value="uncollectible">{say('endUncollectible')}</option>
          </select>
        </span>
      </label>
      <Text name="reason" label={say('reason')} isRequired={ends === 'uncollectible'} />
    </>
  );
}

function Amount({ of, onAmount }: Omit<Props, 'kind'>) {
  const say = useWords(ownWords);
  return (
    <div>
      <Labelled label={say('amount')}>
        <input
          name="amount"
          inputMode="decimal"
          required
          aria-describedby="at-most"
          onChange={(event) => onAmount(event.target.value)}
        />
      </Labelled>
      <small id="at-most" className="quiet">
        {say('atMost', { amount: money(of.balance.outstanding) })}
      </small>
    </div>
  );
}

function On({ label }: Readonly<{ label: string }>) {
  const place = usePlace();
  return (
    <Labelled label={label}>
      <input name="on" type="date" required defaultValue={todayOf(place)} />
    </Labelled>
  );
}

function Channel() {
  const say = useWords(ownWords);
  return (
    <Labelled label={say('how')}>
      <select name="channel">
        {CHANNELS.map((channel) => (
          <option key={channel} value={channel}>
            {say(`by${channel}`)}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

type TextProps = Readonly<{ name: string; label: string; isRequired?: boolean }>;

function Text({ name, label, isRequired = false }: TextProps) {
  return (
    <label>
      {label}
      <textarea name={name} required={isRequired} />
    </label>
  );
}
