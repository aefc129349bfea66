import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled } from '../../ui/form-dialog.js';

type Props = Readonly<{
  say: (key: 'end' | 'endWhy' | 'endAt') => string;
  title: string;
  act: Readonly<{ error: unknown; isPending: boolean }>;
  /** Ends it at the moment that was chosen; without one, now. */
  onEnd: (body: Readonly<{ at?: string }>) => Promise<unknown>;
  onClose: () => void;
}>;

/** Asks when something ends that holds from a moment until another. */
export function EndDialog({ say, title, act, onEnd, onClose }: Props) {
  const submit = (typed: Typed) => {
    const at = typed('at');
    void onEnd(at === '' ? {} : { at }).catch(() => undefined);
  };
  return (
    <FormDialog title={title} submit={say('end')} act={act} onSubmit={submit} onClose={onClose}>
      <p className="soft">{say('endWhy')}</p>
      <Labelled label={say('endAt')}>
        <input name="at" type="date" autoFocus />
      </Labelled>
    </FormDialog>
  );
}
