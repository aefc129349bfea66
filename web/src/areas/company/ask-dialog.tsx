import type { ReactNode } from 'react';
import { useAct } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, TextField } from '../../ui/form-dialog.js';
import { useWords } from '../../words/words.js';
import { mastersWords } from './money-masters-words.js';

type Asked = Readonly<{ id: string }>;

/** Tells that a change was asked for; the undo takes it back. */
export function useAsked(): (change: Asked) => void {
  const say = useWords(mastersWords);
  const tell = useToast();
  const decide = useAct('POST /v1/master-changes/{masterChangeId}/approval');
  return ({ id }) =>
    tell(say('asked'), () =>
      decide.mutate({ params: { masterChangeId: id }, body: { decision: 'rejected' } }),
    );
}

type Props = Readonly<{
  title: string;
  ask: Readonly<{
    mutate: (typed: Typed, then: Readonly<{ onSuccess: (change: Asked) => void }>) => void;
    error: unknown;
    isPending: boolean;
  }>;
  onClose: () => void;
  children?: ReactNode;
}>;

/** Asks for a change that a second person agrees to, with the reason that this person reads. */
export function AskDialog({ title, ask, onClose, children }: Props) {
  const say = useWords(mastersWords);
  const asked = useAsked();
  const submit = (typed: Typed) =>
    ask.mutate(typed, {
      onSuccess: (change) => {
        onClose();
        asked(change);
      },
    });
  return (
    <FormDialog title={title} submit={say('send')} act={ask} onSubmit={submit} onClose={onClose}>
      <p className="soft">{say('holdsLater')}</p>
      {children}
      <TextField name="reason" label={say('reason')} help="secondPersonReason" maxLength={500} />
    </FormDialog>
  );
}
