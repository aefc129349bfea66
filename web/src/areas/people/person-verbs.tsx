import { useState } from 'react';
import { faultOf, useAct } from '../../api/use-call.js';
import { useSession } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { useWords } from '../../words/words.js';
import { NewPassword } from './new-password.js';
import type { Code, User } from './people.js';
import { peopleWords } from './people-words.js';

type Props = Readonly<{ user: User; onCode: (code: Code) => void }>;

/** What is done about the sign-in of somebody else: a new password, disabled, let in again. */
export function PersonVerbs({ user, onCode }: Props) {
  const say = useWords(peopleWords);
  const { person } = useSession();
  const letIn = useLetIn(user);
  const [isResetting, setResetting] = useState(false);
  if (user.id === person.id) return null;
  return (
    <span className="row">
      {user.active ? (
        <button type="button" className="btn small" onClick={() => setResetting(true)}>
          {say('reset')}
        </button>
      ) : null}
      <button type="button" className="btn small plain" onClick={() => void letIn(!user.active)}>
        {say(user.active ? 'disable' : 'enable')}
      </button>
      {isResetting ? (
        <NewPassword user={user} onClose={() => setResetting(false)} onCode={onCode} />
      ) : null}
    </span>
  );
}

/** What `PUT /v1/users/{userId}` keeps of a person as it is. */
export function keptOf({ role, active, store, agency, name, language }: User) {
  return {
    role,
    active,
    name,
    language,
    ...(store === null ? {} : { store }),
    ...(agency === null ? {} : { agency }),
  };
}

function useLetIn(user: User): (active: boolean) => Promise<void> {
  const say = useWords(peopleWords);
  const tell = useToast();
  const change = useAct('PUT /v1/users/{userId}');
  const letIn = async (active: boolean) => {
    try {
      await change.mutateAsync({ params: { userId: user.id }, body: { ...keptOf(user), active } });
    } catch (error) {
      tell(faultOf(error) ?? '');
      return;
    }
    const says = say(active ? 'nowEnabled' : 'nowDisabled', { name: user.name });
    tell(says, active ? undefined : () => letIn(true));
  };
  return letIn;
}
