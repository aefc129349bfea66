import { useRef, useState } from 'react';
import { faultOf, useAct } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import { amount as shown, money, type WireMoney } from '../../ui/format.js';
import { useWords } from '../../words/words.js';
import { agenciesWords } from './agencies-words.js';

type Props = Readonly<{
  of: Readonly<{
    id: string;
    number: string;
    balance: Readonly<{ outstanding: WireMoney }>;
  }>;
}>;

const digitsOf = (text: string) => text.replaceAll(/\D/g, '');

/** Calls a case back. It cannot come back to the agency as it was: the amount is typed. */
export function Recall({ of }: Props) {
  const say = useWords(agenciesWords);
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" className="btn small" onClick={() => dialog.current?.showModal()}>
        {say('recall')}
      </button>
      <dialog ref={dialog} aria-label={say('recall')}>
        <RecallForm of={of} onEnd={() => dialog.current?.close()} />
      </dialog>
    </>
  );
}

function RecallForm({ of, onEnd }: Props & Readonly<{ onEnd: () => void }>) {
  const say = useWords(agenciesWords);
  const tell = useToast();
  const act = useAct('POST /v1/placements/{placementId}/recall');
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const { outstanding } = of.balance;
  const isSure = digitsOf(typed) === digitsOf(shown(outstanding)) && reason.trim() !== '';
  const recall = () =>
    act.mutate(
      { params: { placementId: of.id }, body: { reason: reason.trim() } },
      {
        onSuccess: () => {
          tell(say('isRecalled', { number: of.number }));
          onEnd();
        },
      },
    );
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isSure) recall();
      }}
    >
      <h2>{say('recall')}</h2>
      <p className="soft">{say('recallWhy', { amount: money(outstanding) })}</p>
      <label>
        {say('reason')}
        <textarea value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <label>
        {say('amount')}
        <span className="field">
          <input
            inputMode="numeric"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </span>
      </label>
      {act.isError ? <p className="fault">{faultOf(act.error)}</p> : null}
      <footer>
        <button type="button" className="btn" onClick={onEnd}>
          {say('cancel')}
        </button>
        <button type="submit" className="btn primary" disabled={!isSure || act.isPending}>
          {say('recall')}
        </button>
      </footer>
    </form>
  );
}
