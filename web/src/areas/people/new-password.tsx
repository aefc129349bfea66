import { useDo } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useWords } from '../../words/words.js';
import type { Code, User } from './people.js';
import { peopleWords } from './people-words.js';
import './people.css';

type Props = Readonly<{ user: User; onClose: () => void; onCode: (code: Code) => void }>;

/** Asks once more, because the old password ends at once; the code is shown here, or goes out by mail. */
export function NewPassword({ user, onClose, onCode }: Props) {
  const say = useWords(peopleWords);
  const tell = useToast();
  const params = { userId: user.id };
  const give = useDo(async (client, byMail: boolean) => {
    if (!byMail)
      return (await client.call('POST /v1/users/{userId}/password-resets', { params })).body;
    await client.call('POST /v1/users/{userId}/invitations', { params });
    return undefined;
  });
  const submit = (typed: Typed) =>
    give.mutate(typed('byMail') === 'on', {
      onSuccess: (made) => {
        onClose();
        if (made === undefined) tell(say('invitedByMail', { email: user.email }));
        else if (made.code !== null && made.expiresAt !== null)
          onCode({ name: user.name, code: made.code, expiresAt: made.expiresAt });
      },
    });
  return (
    <FormDialog
      title={say('resetTitle', { name: user.name })}
      submit={say('give')}
      act={give}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft">{say('resetWhy')}</p>
      <label className="check">
        <input type="checkbox" name="byMail" />
        {say('byMail')}
      </label>
    </FormDialog>
  );
}
