import type { ReactNode } from 'react';
import { faultOf, useAct, useList, type EntryOf } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import { dayIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { todayOf } from '../../ui/format.js';
import { usePlace } from '../../ui/place.js';
import { Status } from '../../ui/status.js';
import { Day } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import { ListFrame, useClaimColumns, useMayWrite } from './list-frame.js';
import { promisesWords } from './promises-words.js';

type PromiseRow = EntryOf<'GET /v1/promises'>;
type Props = Readonly<{ state: PromiseRow['state']; views: ReactNode }>;

const CHANNELS = ['phone', 'email', 'letter', 'visit', 'message', 'agency'] as const;

/** Promises of one state, by day. */
export function PromiseList({ state, views }: Props) {
  const say = useWords(promisesWords);
  const list = useList('GET /v1/promises', { query: { state, limit: 100 } });
  const { customer, invoice, amount, open } = useClaimColumns<PromiseRow>();
  const mayWrite = useMayWrite() && state === 'open';
  const channelOf = (row: PromiseRow) => {
    const channel = CHANNELS.find((one) => one === row.channel);
    return `${row.recordedBy}, ${channel === undefined ? row.channel : say(channel)}`;
  };
  const columns: readonly Column<PromiseRow>[] = [
    {
      id: 'day',
      head: say('day'),
      value: (row) => dayIn(row.promisedFor),
      cell: (row) => <For row={row} />,
    },
    customer,
    invoice,
    { id: 'heard', head: say('heard'), value: (row) => textIn(channelOf(row)), wide: channelOf },
    ...(mayWrite
      ? [
          {
            id: 'act',
            head: say('act'),
            value: null,
            cell: (row: PromiseRow) => <TakeBack row={row} />,
          },
        ]
      : []),
    amount,
    open,
  ];
  return <ListFrame exportAs="promises" list={list} columns={columns} views={views} />;
}

function For({ row }: Readonly<{ row: PromiseRow }>) {
  const say = useWords(promisesWords);
  const today = todayOf(usePlace());
  const day = <Day on={row.promisedFor} />;
  switch (row.state) {
    case 'kept':
      return <Status look={{ shape: 'paid', family: 'in' }}>{day}</Status>;
    case 'broken':
      return <Status look={{ shape: 'overdue', family: 'over' }}>{day}</Status>;
    case 'withdrawn':
      return <Status look={{ shape: 'cancelled', family: 'off' }}>{day}</Status>;
    default:
      return (
        <Status look={{ shape: 'promised', family: row.promisedFor < today ? 'over' : 'wait' }}>
          {day}
          {row.promisedFor < today ? ` ${say('late')}` : ''}
          {row.promisedFor === today ? ` ${say('today')}` : ''}
        </Status>
      );
  }
}

/** Taken back it holds nothing up; the undo records the same promise anew. */
function TakeBack({ row }: Readonly<{ row: PromiseRow }>) {
  const say = useWords(promisesWords);
  const tell = useToast();
  const withdraw = useAct('POST /v1/promises/{promiseId}/withdrawal');
  const again = useAct('POST /v1/invoices/{invoiceId}/promises');
  const channel = CHANNELS.find((one) => one === row.channel);
  const undo = () =>
    again.mutate(
      {
        params: { invoiceId: row.invoice.id },
        body: {
          amount: row.amount,
          promisedFor: row.promisedFor,
          channel: channel === 'agency' ? undefined : channel,
        },
      },
      { onError: (error) => tell(faultOf(error) ?? '') },
    );
  const act = () =>
    withdraw.mutate(
      { params: { promiseId: row.id } },
      {
        onSuccess: () => tell(say('withdrawn', { customer: row.customer.name }), undo),
        onError: (error) => tell(faultOf(error) ?? ''),
      },
    );
  return (
    <button
      type="button"
      className="btn small"
      aria-label={`${say('withdraw')}: ${row.customer.name}, ${row.invoice.number}`}
      disabled={withdraw.isPending}
      onClick={act}
    >
      {say('withdraw')}
    </button>
  );
}
