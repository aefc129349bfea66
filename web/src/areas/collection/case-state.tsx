import type { EntryOf } from '../../api/use-call.js';
import { Status, type StatusLook } from '../../ui/status.js';
import { WhatIs } from '../../ui/what-is.js';
import { useWords } from '../../words/words.js';
import { agenciesWords } from './agencies-words.js';

type State = EntryOf<'GET /v1/placements'>['state'];

const LOOKS: Readonly<Record<State, StatusLook>> = {
  created: { shape: 'captured', family: 'wait' },
  submitted: { shape: 'captured', family: 'wait' },
  acknowledged: { shape: 'agency', family: 'agency' },
  rejected: { shape: 'cancelled', family: 'off' },
  recalled: { shape: 'off', family: 'off' },
  closed: { shape: 'paid', family: 'in' },
};

/** A question mark that says what each state of a case is. */
export function WhatCaseStates() {
  const say = useWords(agenciesWords);
  const states = Object.keys(LOOKS) as State[];
  const terms = states.map((state) => ({ of: `case.${state}` as const, name: say(state) }));
  return <WhatIs name={say('state')} terms={terms} />;
}

/** Where a case stands. */
export function CaseState({ state }: Readonly<{ state: State }>) {
  const say = useWords(agenciesWords);
  return <Status look={LOOKS[state]}>{say(state)}</Status>;
}

/** The same where one case is shown, with a question mark that says what its state is. */
export function CaseStateAndWhat({ state }: Readonly<{ state: State }>) {
  const say = useWords(agenciesWords);
  return (
    <>
      <CaseState state={state} />
      <WhatIs name={say(state)} terms={[{ of: `case.${state}`, name: say(state) }]} />
    </>
  );
}
