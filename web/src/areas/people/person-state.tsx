import { Status } from '../../ui/status.js';
import { useWords } from '../../words/words.js';
import { peopleWords } from './people-words.js';

type Standing = Readonly<{ active: boolean; invited: boolean }>;

const LOOKS = {
  disabled: { shape: 'off', family: 'off' },
  invited: { shape: 'captured', family: 'wait' },
  active: { shape: 'paid', family: 'in' },
} as const;

/** The word for whether a person may sign in. */
export function stateOf({ active, invited }: Standing): keyof typeof LOOKS {
  if (!active) return 'disabled';
  return invited ? 'invited' : 'active';
}

/** Whether a person may sign in. */
export function StateOf({ user }: Readonly<{ user: Standing }>) {
  const say = useWords(peopleWords);
  const state = stateOf(user);
  return <Status look={LOOKS[state]}>{say(state)}</Status>;
}
