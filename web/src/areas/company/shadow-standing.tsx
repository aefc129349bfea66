import { useAct, useCall, faultOf } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { count, date } from '../../ui/format.js';
import { usePlace } from '../../ui/place.js';
import { Loaded } from '../../ui/states.js';
import { useWords } from '../../words/words.js';
import { ASKERS } from './askers.js';
import type { StoreSwitches } from './shadow.js';
import { shadowWords } from './shadow-words.js';

type Switch = StoreSwitches['switches'][number];

/** How the store came to be what it is, and what is planned; a plan is taken back until its day comes. */
export function Switches({ of }: Readonly<{ of: StoreSwitches }>) {
  const say = useWords(shadowWords);
  const place = usePlace();
  if (of.switches.length === 0) return null;
  const whenOf = ({ from, state }: Switch) => {
    if (from === null) return say('always');
    return say(state === 'planned' ? 'planned' : 'since', { day: date(from, place) });
  };
  return (
    <section aria-label={say('switches')}>
      <h2>{say('switches')}</h2>
      <ul>
        {of.switches.map((one) => (
          <li key={one.id}>
            {say(one.to)}, {whenOf(one)}: {one.reason} ({one.switchedBy}){' '}
            {one.state === 'planned' ? <TakeBack storeSwitchId={one.id} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function TakeBack({ storeSwitchId }: Readonly<{ storeSwitchId: string }>) {
  const say = useWords(shadowWords);
  const tell = useToast();
  const withdraw = useAct('POST /v1/store-switches/{storeSwitchId}/withdrawal');
  if (!ASKERS.includes(useRole())) return null;
  const press = () =>
    withdraw.mutate(
      { params: { storeSwitchId } },
      {
        onSuccess: () => tell(say('takenBack')),
        onError: (error) => tell(faultOf(error) ?? ''),
      },
    );
  return (
    <button type="button" className="btn small" disabled={withdraw.isPending} onClick={press}>
      {say('takeBack')}
    </button>
  );
}

/** What is still open before the store goes live. */
export function Checklist({ storeId }: Readonly<{ storeId: string }>) {
  const say = useWords(shadowWords);
  const list = useCall('GET /v1/stores/{storeId}/switch-checklist', { params: { storeId } });
  return (
    <section aria-label={say('open')}>
      <h2>{say('open')}</h2>
      <Loaded query={list}>
        {({ checks }) => (
          <dl className="facts">
            {checks.map(({ check, done, open }) => (
              <div key={check} style={{ display: 'contents' }}>
                <dt>{say(check)}</dt>
                <dd>{done ? say('done') : count(open)}</dd>
              </div>
            ))}
          </dl>
        )}
      </Loaded>
    </section>
  );
}
