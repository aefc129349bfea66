import { Status } from '../../ui/status.js';
import { useWords } from '../../words/words.js';
import { peopleWords } from './people-words.js';

/** Whether a person may sign in. */
export function StateOf({
  user,
}: Readonly<{ user: Readonly<{ active: boolean; invited: boolean }> }>) {
  const say = useWords(peopleWords);
  if (!user.active)
    return <Status look={{ shape: 'off', family: 'off' }}>{say('disabled')}</Status>;
  if (user.invited)
    return <Status look={{ shape: 'captured', family: 'wait' }}>{say('invited')}</Status>;
  return <Status look={{ shape: 'paid', family: 'in' }}>{say('active')}</Status>;
}
