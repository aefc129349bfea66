import { SCOPES_OF_MACHINES } from '../../../../contract/roles.js';
import { useAct } from '../../api/use-call.js';
import { useSession } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { endOfDay } from '../../ui/format.js';
import { FormDialog, Labelled, TextField } from '../../ui/form-dialog.js';
import { useWords } from '../../words/words.js';
import { keyWords, scopeWords } from './key-words.js';
import type { Key, Token } from './keys.js';

type ToldProps = Readonly<{ onClose: () => void; onTold: (token: Token | undefined) => void }>;

/** A key for a machine that is neither a till nor an agency. */
export function AddKey({ onClose, onTold }: ToldProps) {
  const say = useWords(keyWords);
  const scope = useWords(scopeWords);
  const add = useAct('POST /v1/keys');
  const { timeZone } = useSession().surroundings.company;
  const submit = (typed: Typed) => {
    const [label, endsOn] = [typed('label'), typed('endsOn')];
    const expiresAt = endsOn === '' ? {} : { expiresAt: endOfDay(endsOn, timeZone) };
    add.mutate(
      { body: { label, scopes: chosenIn(typed), ...expiresAt } },
      { onSuccess: ({ token }) => onTold(token === null ? undefined : { label, token }) },
    );
  };
  return (
    <FormDialog
      title={say('add')}
      submit={say('make')}
      act={add}
      isReady={(typed) => chosenIn(typed).length > 0}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField name="label" label={say('label')} maxLength={120} autoFocus />
      <fieldset>
        <legend>{say('scopes')}</legend>
        {SCOPES_OF_MACHINES.map((one) => (
          <label key={one} className="check">
            <input type="checkbox" name={one} />
            {scope(one)}
          </label>
        ))}
      </fieldset>
      <Labelled label={say('endsOn')}>
        <input name="endsOn" type="date" />
      </Labelled>
    </FormDialog>
  );
}

function chosenIn(typed: Typed) {
  return SCOPES_OF_MACHINES.filter((one) => typed(one) === 'on');
}

const OVERLAP_HOURS = '24';

/** Another key with the same rights; the old one is good for some hours more. */
export function RotateKey({ of, onClose, onTold }: ToldProps & Readonly<{ of: Key }>) {
  const say = useWords(keyWords);
  const rotate = useAct('POST /v1/keys/{keyId}/rotation');
  const { keyId, label } = of;
  const submit = (typed: Typed) =>
    rotate.mutate(
      { params: { keyId }, body: { overlapHours: Number(typed('hours')) } },
      { onSuccess: ({ token }) => onTold(token === null ? undefined : { label, token }) },
    );
  return (
    <FormDialog
      title={say('rotateTitle', { label })}
      submit={say('make')}
      act={rotate}
      onSubmit={submit}
      onClose={onClose}
    >
      <Labelled label={say('overlap')} help="keyOverlap">
        <input name="hours" type="number" min={0} max={720} defaultValue={OVERLAP_HOURS} required />
      </Labelled>
    </FormDialog>
  );
}

/** Asks once more: a key that has ended does not come back. */
export function RevokeKey({ of, onClose }: Readonly<{ of: Key; onClose: () => void }>) {
  const say = useWords(keyWords);
  const tell = useToast();
  const revoke = useAct('POST /v1/keys/{keyId}/revocation');
  const { keyId, label } = of;
  const submit = () =>
    revoke.mutate(
      { params: { keyId } },
      {
        onSuccess: () => {
          tell(say('revoked', { label }));
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={say('revokeTitle', { label })}
      submit={say('revoke')}
      act={revoke}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft">{say('revokeWhy')}</p>
    </FormDialog>
  );
}
