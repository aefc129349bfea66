import { IconFlag, IconMessage2, IconPlayerPause } from '@tabler/icons-react';
import { useState, type ComponentType, type ReactNode } from 'react';
import { useAct } from '../../api/use-call.js';
import { useRole, type Role } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { FormDialog, Labelled } from '../../ui/form-dialog.js';
import { amount, type WireMoney } from '../../ui/format.js';
import { typedMoney } from '../../ui/read-money.js';
import { useKeys } from '../../ui/use-keys.js';
import { useWords } from '../../words/words.js';
import { verbWords } from './verbs-words.js';

/** Who may record what a customer says. */
const WRITERS: readonly Role[] = ['arClerk', 'arManager', 'creditController'];

type Verb = 'promise' | 'dispute' | 'hold';
const VERBS: readonly Readonly<{
  verb: Verb;
  key: string;
  icon: ComponentType<{ className?: string }>;
}>[] = [
  { verb: 'promise', key: 'p', icon: IconFlag },
  { verb: 'dispute', key: 'd', icon: IconMessage2 },
  { verb: 'hold', key: 'h', icon: IconPlayerPause },
];

type Invoice = Readonly<{ invoiceId: string; open: WireMoney }>;
type DialogProps = Invoice & Readonly<{ onClose: () => void }>;

/** What a person can record about an open invoice, each with its key and its undo. */
export function ReceivableVerbs(invoice: Invoice) {
  const say = useWords(verbWords);
  const role = useRole();
  const [asked, setAsked] = useState<Verb>();
  const isAllowed = WRITERS.includes(role);
  const ask = (verb: Verb) => () => isAllowed && setAsked(verb);
  useKeys({ p: ask('promise'), d: ask('dispute'), h: ask('hold') });
  if (!isAllowed) return null;
  const props = { ...invoice, onClose: () => setAsked(undefined) };
  return (
    <>
      {VERBS.map(({ verb, key, icon: Icon }) => (
        <button key={verb} type="button" className="btn small" onClick={ask(verb)}>
          <Icon className="i" />
          {say(verb)} <kbd>{key.toUpperCase()}</kbd>
        </button>
      ))}
      {asked === 'promise' ? <PromiseDialog {...props} /> : null}
      {asked === 'dispute' ? <DisputeDialog {...props} /> : null}
      {asked === 'hold' ? <HoldDialog {...props} /> : null}
    </>
  );
}

const CHANNELS = ['phone', 'email', 'letter', 'visit', 'message'] as const;

export function PromiseDialog({ invoiceId, open, onClose }: DialogProps) {
  const say = useWords(verbWords);
  const act = useAct('POST /v1/invoices/{invoiceId}/promises');
  const undo = useAct('POST /v1/promises/{promiseId}/withdrawal');
  const record = async (typed: Typed) => {
    const { id } = await act.mutateAsync({
      params: { invoiceId },
      body: {
        amount: typedMoney(typed('amount'), open.currency),
        promisedFor: typed('for'),
        channel: CHANNELS.find((one) => one === typed('channel')) ?? 'phone',
      },
    });
    return () => undo.mutateAsync({ params: { promiseId: id } });
  };
  return (
    <RecordDialog said="promised" title="promiseTitle" {...{ act, record, onClose }}>
      <AmountField open={open} />
      <Labelled label={say('for')}>
        <input name="for" type="date" required />
      </Labelled>
      <Labelled label={say('heard')}>
        <select name="channel">
          {CHANNELS.map((channel) => (
            <option key={channel} value={channel}>
              {say(channel)}
            </option>
          ))}
        </select>
      </Labelled>
    </RecordDialog>
  );
}

function DisputeDialog({ invoiceId, open, onClose }: DialogProps) {
  const act = useAct('POST /v1/invoices/{invoiceId}/disputes');
  const undo = useAct('POST /v1/disputes/{disputeId}/resolution');
  const record = async (typed: Typed) => {
    const amount = typedMoney(typed('amount'), open.currency);
    const { id } = await act.mutateAsync({
      params: { invoiceId },
      body: { reason: typed('reason'), amount },
    });
    return () =>
      undo.mutateAsync({ params: { disputeId: id }, body: { resolution: 'for-seller' } });
  };
  return (
    <RecordDialog said="disputed" title="disputeTitle" {...{ act, record, onClose }}>
      <ReasonField />
      <AmountField open={open} />
    </RecordDialog>
  );
}

function HoldDialog({ invoiceId, onClose }: DialogProps) {
  const say = useWords(verbWords);
  const act = useAct('POST /v1/invoices/{invoiceId}/holds');
  const undo = useAct('POST /v1/holds/{holdId}/release');
  const record = async (typed: Typed) => {
    const until = typed('until');
    const { id } = await act.mutateAsync({
      params: { invoiceId },
      body: { reason: typed('reason'), ...(until === '' ? {} : { until }) },
    });
    return () => undo.mutateAsync({ params: { holdId: id } });
  };
  return (
    <RecordDialog said="held" title="holdTitle" submit="hold" {...{ act, record, onClose }}>
      <ReasonField />
      <Labelled label={say('until')}>
        <input name="until" type="date" />
      </Labelled>
    </RecordDialog>
  );
}

type Word = keyof typeof verbWords;
type RecordProps = Readonly<{
  title: Word;
  submit?: Word;
  /** What the page says when it is done, beside the way back. */
  said: Word;
  act: Readonly<{ error: unknown; isPending: boolean }>;
  /** Answers how what was recorded is taken back. */
  record: (typed: Typed) => Promise<() => Promise<unknown>>;
  onClose: () => void;
  children: ReactNode;
}>;

function RecordDialog(props: RecordProps) {
  const { title, submit = 'record', said, act, record, onClose, children } = props;
  const say = useWords(verbWords);
  const tell = useToast();
  const send = async (typed: Typed) => {
    const undo = await record(typed);
    onClose();
    tell(say(said), undo);
  };
  return (
    <FormDialog
      title={say(title)}
      submit={say(submit)}
      act={act}
      onSubmit={(typed) => void send(typed).catch(() => undefined)}
      onClose={onClose}
    >
      {children}
    </FormDialog>
  );
}

function AmountField({ open }: Pick<Invoice, 'open'>) {
  const say = useWords(verbWords);
  return (
    <Labelled label={say('amount')}>
      <input name="amount" inputMode="decimal" required defaultValue={amount(open)} />
    </Labelled>
  );
}

function ReasonField() {
  const say = useWords(verbWords);
  return (
    <label>
      {say('reason')}
      <textarea name="reason" required autoFocus />
    </label>
  );
}
