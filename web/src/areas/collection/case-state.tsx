import type { EntryOf } from '../../api/use-call.js';
import { Status, type StatusLook } from '../../ui/status.js';
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

/** Where a case stands. */
export function CaseState({ state }: Readonly<{ state: State }>) {
  const say = useWords(agenciesWords);
  return <Status look={LOOKS[state]}>{say(state)}</Status>;
}
