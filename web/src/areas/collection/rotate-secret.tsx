import { useAct } from '../../api/use-call.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { moment } from '../../ui/format.js';
import { OneTimeCode } from '../../ui/one-time-code.js';
import { usePlace } from '../../ui/place.js';
import { useWords } from '../../words/words.js';
import { webhookWords } from './agency-masters-words.js';

/** A new secret, shown once; the one before signs beside it for a day. */
export function RotateSecret({ onClose }: Readonly<{ onClose: () => void }>) {
  const say = useWords(webhookWords);
  const place = usePlace();
  const rotate = useAct('POST /v1/agency/webhook/secret-rotations');
  const { data } = rotate;
  if (data !== undefined && data.secret !== null) {
    const { secret, previousExpiresAt: until } = data;
    return (
      <OneTimeCode
        title={say('secret')}
        code={secret}
        says={
          until === null ? say('secretSays') : say('secretUntil', { until: moment(until, place) })
        }
        onClose={onClose}
      />
    );
  }
  return (
    <FormDialog
      title={say('rotate')}
      submit={say('rotate')}
      act={rotate}
      onSubmit={() => rotate.mutate({})}
      onClose={onClose}
    >
      <p className="soft">{say('rotateWhy')}</p>
    </FormDialog>
  );
}
