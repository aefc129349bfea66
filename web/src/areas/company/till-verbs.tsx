import { useState } from 'react';
import { STORE_KEEPERS } from '../../../../contract/roles.js';
import { faultOf, useAct } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { moment } from '../../ui/format.js';
import { OneTimeCode } from '../../ui/one-time-code.js';
import { usePlace } from '../../ui/place.js';
import { useWords } from '../../words/words.js';
import { Arrivals } from './arrivals.js';
import { ChangeTill } from './change-till.js';
import type { Store, Till } from './stores.js';
import { storesWords } from './stores-words.js';
import { asItIs, SwitchOff } from './switch-off.js';

type Props = Readonly<{ till: Till; store: Store }>;

type Verb = 'enrol' | 'change' | 'switchOff' | 'switchOn' | 'arrivals';

/** What may be done about a till, by who may do it. */
export function TillVerbs({ till, store }: Props) {
  const role = useRole();
  const [open, setOpen] = useState<Verb>();
  const close = () => setOpen(undefined);
  const mayEnrol = till.active && STORE_KEEPERS.some((one) => one === role);
  const isAdmin = role === 'admin';
  return (
    <span className="row end">
      {mayEnrol ? <Enrol till={till} /> : null}
      {role === 'storeManager' ? (
        <VerbOf verb="arrivals" till={till} onPress={() => setOpen('arrivals')} />
      ) : null}
      {isAdmin ? <VerbOf verb="change" till={till} onPress={() => setOpen('change')} /> : null}
      {isAdmin && till.active ? (
        <VerbOf verb="switchOff" till={till} onPress={() => setOpen('switchOff')} />
      ) : null}
      {isAdmin && !till.active ? <SwitchOn till={till} /> : null}
      {open === 'arrivals' ? <Arrivals till={till} onClose={close} /> : null}
      {open === 'change' ? <ChangeTill till={till} store={store} onClose={close} /> : null}
      {open === 'switchOff' ? <SwitchOff till={till} onClose={close} /> : null}
    </span>
  );
}

function VerbOf({
  verb,
  till,
  onPress,
}: Readonly<{ verb: Verb; till: Till; onPress: () => unknown }>) {
  const say = useWords(storesWords);
  return (
    <button
      type="button"
      className={verb === 'enrol' ? 'btn small' : 'btn small plain'}
      aria-label={`${say(verb)}, ${till.code}`}
      onClick={onPress}
    >
      {say(verb)}
    </button>
  );
}

type Code = Readonly<{ code: string; expiresAt: string }>;

function Enrol({ till }: Readonly<{ till: Till }>) {
  const say = useWords(storesWords);
  const tell = useToast();
  const place = usePlace();
  const [made, setMade] = useState<Code>();
  const make = useAct('POST /v1/terminals/{terminalId}/enrolment-codes');
  const enrol = async () => {
    try {
      const { code, expiresAt } = await make.mutateAsync({ params: { terminalId: till.id } });
      if (code !== null) setMade({ code, expiresAt });
    } catch (error) {
      tell(faultOf(error) ?? '');
    }
  };
  return (
    <>
      <VerbOf verb="enrol" till={till} onPress={() => void enrol()} />
      {made === undefined ? null : (
        <OneTimeCode
          title={say('codeTitle', { till: till.code })}
          code={made.code}
          says={say('codeSays', { until: moment(made.expiresAt, place) })}
          onClose={() => setMade(undefined)}
        />
      )}
    </>
  );
}

/** A till that was off sells again once it is enrolled; the undo switches it off. */
function SwitchOn({ till }: Readonly<{ till: Till }>) {
  const say = useWords(storesWords);
  const tell = useToast();
  const change = useAct('PUT /v1/terminals/{terminalId}');
  const params = { terminalId: till.id };
  const to = (active: boolean) => change.mutateAsync({ params, body: { ...asItIs(till), active } });
  const press = () =>
    to(true).then(
      () => tell(say('isOn', { till: till.code }), () => to(false)),
      (error: unknown) => tell(faultOf(error) ?? ''),
    );
  return <VerbOf verb="switchOn" till={till} onPress={() => void press()} />;
}
