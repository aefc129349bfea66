import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useAct, useCall, faultOf } from '../../api/use-call.js';
import type { BodyOf } from '../../api/client.js';
import { useRole } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { amount, date, money, units } from '../../ui/format.js';
import { Equation, type Term } from '../../ui/equation.js';
import { usePlace } from '../../ui/place.js';
import { Loaded } from '../../ui/states.js';
import { useKeys } from '../../ui/use-keys.js';
import { useWords } from '../../words/words.js';
import { FINANCE_WRITERS } from '../../../../contract/roles.js';
import { bodyOf, rowOf, spent, type SplitRow, type Target } from './draft.js';
import { FindItems } from './find-items.js';
import { matchingWords } from './matching-words.js';
import { Split } from './split.js';
import { Story } from './story.js';
import { Suggestions, Why } from './suggestions.js';

export type Payment = BodyOf<'GET /v1/payments/{paymentId}'>;
type Suggestion = Payment['suggestions'][number];

/** One payment and what it may pay. */
export function Workbench({
  paymentId,
  onBooked,
}: Readonly<{ paymentId: string; onBooked: () => void }>) {
  const payment = useCall('GET /v1/payments/{paymentId}', { params: { paymentId } });
  return (
    <div className="bench">
      <Loaded query={payment}>
        {(data) => (data.id === paymentId ? <Bench payment={data} onBooked={onBooked} /> : null)}
      </Loaded>
    </div>
  );
}

function Bench({ payment, onBooked }: Readonly<{ payment: Payment; onBooked: () => void }>) {
  const say = useWords(matchingWords);
  const role = useRole();
  const [isFinding, setFinding] = useState(payment.suggestions.length === 0);
  const split = useSplit(payment);
  const booking = useBooking(payment, split.rows, () => {
    split.setRows([]);
    onBooked();
  });
  const mayWrite = FINANCE_WRITERS.some((one) => one === role) && units(payment.unapplied) > 0n;
  useKeys({
    f: () => mayWrite && setFinding(true),
    Enter: (event) => {
      const isOther = event.target instanceof Element && event.target.closest('a, button') !== null;
      if (isOther || !mayWrite) return false;
      booking.book();
      return true;
    },
  });
  return (
    <>
      <div className="work" tabIndex={0} role="region" aria-label={say('may')}>
        <Slip payment={payment} />
        <section>
          <Sum payment={payment} rows={split.rows} />
        </section>
        {payment.suggestions.length === 0 ? null : (
          <Suggestions payment={payment} rank={split.rank} onChoose={split.choose} />
        )}
        <Why payment={payment} suggestion={split.suggestion} />
        {mayWrite ? <Split rows={split.rows} onRows={split.setRows} /> : null}
        {isFinding && mayWrite ? <FindItems payment={payment} onAdd={split.add} /> : null}
        <Story payment={payment} />
      </div>
      {mayWrite ? (
        <div className="act">
          <button
            type="button"
            className="btn primary"
            disabled={booking.isBusy || split.rows.length === 0}
            onClick={booking.book}
          >
            {say('book')} <kbd>Enter</kbd>
          </button>
          <button type="button" className="btn" onClick={() => setFinding(true)}>
            {say('another')} <kbd>F</kbd>
          </button>
          <span className="fault" role="alert">
            {booking.fault}
          </span>
          <span className="grow" />
          <span className="xs quiet on-account">{say('onAccount')}</span>
        </div>
      ) : null}
    </>
  );
}

function Slip({ payment }: Readonly<{ payment: Payment }>) {
  const say = useWords(matchingWords);
  const place = usePlace();
  const { bankLine, payerAccount } = payment;
  return (
    <section className="slip" aria-label={say('slip')}>
      <div>
        <strong>{money(payment.amount)}</strong>
        <p className="quiet">{say('cameIn', { day: date(payment.valueDate, place) })}</p>
      </div>
      <div>
        <p className="medium">
          {payment.payerName ?? say('noPayer')}{' '}
          <span className="quiet">
            {payerAccount === null ? '' : say('from', { account: payerAccount })}
          </span>
        </p>
        <p className="mono soft">{payment.text}</p>
      </div>
      {bankLine === null ? null : (
        <Link className="xs quiet num" to="/bank-files" search={{ file: bankLine.statementId }}>
          {bankLine.place}
          <br />
          {bankLine.bankReference}
        </Link>
      )}
    </section>
  );
}

/** The payment as a sum that comes out: what was joined, what is joined now, what is left. */
function Sum({ payment, rows }: Readonly<{ payment: Payment; rows: readonly SplitRow[] }>) {
  const say = useWords(matchingWords);
  const { currency } = payment.amount;
  const joined = units(payment.amount) - units(payment.unapplied);
  const now = spent(rows);
  const of = (whole: bigint) => money({ amount: String(whole), currency });
  const rest = now === undefined ? undefined : units(payment.unapplied) - now;
  const terms: Term[] = [
    { label: say('amount'), value: money(payment.amount) },
    { label: say('before'), value: of(joined), sign: '\u2212' },
    { label: say('now'), value: now === undefined ? '?' : of(now), sign: '\u2212' },
    {
      label: say(rest !== undefined && rest < 0n ? 'tooMuch' : 'rest'),
      value: rest === undefined ? '?' : of(rest),
      sign: '=',
      ...(rest !== undefined && rest < 0n ? { family: 'over' as const } : {}),
    },
  ];
  return <Equation terms={terms} label={say('split')} />;
}

/** What is put on which item; a suggestion fills it in, and every figure can be changed. */
function useSplit(payment: Payment) {
  const [rank, setRank] = useState(payment.suggestions[0]?.rank);
  const suggestion = payment.suggestions.find((one) => one.rank === rank);
  const [rows, setRows] = useState<readonly SplitRow[]>(() => rowsOf(payment.suggestions[0]));
  const choose = (chosen: Suggestion) => {
    setRank(chosen.rank);
    setRows(rowsOf(chosen));
  };
  const add = (target: Target) =>
    setRows((before) => {
      if (before.some(({ openItem }) => openItem === target.openItem)) return before;
      const left = units(payment.unapplied) - (spent(before) ?? 0n);
      const open = units(target.open);
      const pays = left <= 0n ? 0n : left < open ? left : open;
      const { currency } = target.open;
      return [...before, rowOf(target, amount({ amount: String(pays), currency }))];
    });
  return { rank, suggestion, rows, setRows, choose, add };
}

/** The items of a suggestion; a row has room for one thing that was kept back. */
function rowsOf(suggestion: Suggestion | undefined): readonly SplitRow[] {
  const { items = [], deductions = [] } = suggestion ?? {};
  return items.map((item) => {
    const [kept, another] = deductions.filter(({ openItem }) => openItem === item.openItem);
    const row = rowOf(
      {
        openItem: item.openItem,
        invoiceId: item.invoiceId,
        number: item.invoiceNumber,
        dueOn: undefined,
        open: item.open,
      },
      amount(item.amount),
    );
    return kept === undefined || another !== undefined
      ? row
      : { ...row, kept: amount(kept.amount), keptFor: kept.kind };
  });
}

/** Books the split and offers to undo it: each allocation of it is undone by its own call. */
function useBooking(payment: Payment, rows: readonly SplitRow[], onBooked: () => void) {
  const say = useWords(matchingWords);
  const tell = useToast();
  const allocate = useAct('POST /v1/payments/{paymentId}/allocations');
  const reverse = useAct('POST /v1/allocations/{allocationId}/reversal');
  const [unread, setUnread] = useState(false);
  const body = useMemo(() => bodyOf(rows), [rows]);
  const book = () => {
    setUnread(body === undefined);
    if (body === undefined || allocate.isPending) return;
    allocate.mutate(
      { params: { paymentId: payment.id }, body },
      {
        onSuccess: ({ allocations }) => {
          const made = allocations.filter(({ kind, reversed }) => kind === 'payment' && !reversed);
          const now = made.filter(({ openItem }) => rows.some((row) => row.openItem === openItem));
          const what = [...new Set(now.map(({ invoiceNumber }) => invoiceNumber))].join(', ');
          const sum = now.reduce((total, one) => total + units(one.amount), 0n);
          const of = money({ amount: String(sum), currency: payment.amount.currency });
          onBooked();
          tell(say('done', { amount: of, what }), async () => {
            for (const { id } of now)
              await reverse.mutateAsync({ params: { allocationId: id }, body: {} });
          });
        },
      },
    );
  };
  const fault = unread && body === undefined ? say('noAmount') : faultOf(allocate.error);
  return { book, fault, isBusy: allocate.isPending };
}
