import type { FormEvent } from 'react';
import { faultOf, useAct, useCall, useList, type EntryOf } from '../../api/use-call.js';
import type { BodyOf } from '../../api/client.js';
import { useToast } from '../../shell/toasts.js';
import { dayIn, moneyIn, numberIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { entered } from '../../ui/dialog.js';
import { Equation } from '../../ui/equation.js';
import { Labelled } from '../../ui/form-dialog.js';
import { todayOf } from '../../ui/format.js';
import { PagedTable } from '../../ui/list-page.js';
import { Money } from '../../ui/money.js';
import { Page as Frame } from '../../ui/page.js';
import { usePlace } from '../../ui/place.js';
import { Done, Loaded } from '../../ui/states.js';
import { Status } from '../../ui/status.js';
import { useWords } from '../../words/words.js';
import { DuePayments } from './due-payments.js';
import { ownWords } from './own-words.js';
import './remittances.css';

export type Due = BodyOf<'GET /v1/agency/due-remittance'>;
type Remittance = EntryOf<'GET /v1/agency/remittances'>;

/** What an agency collected and pays over: what is due, and what it paid over before. */
export function Page() {
  const say = useWords(ownWords);
  const due = useCall('GET /v1/agency/due-remittance', { query: {} });
  const list = useList('GET /v1/agency/remittances', { query: { limit: 100 } });
  const columns = useColumns();
  return (
    <Frame title={say('remittances')}>
      <div className="remittances">
        <section aria-label={say('dueTitle')}>
          <Loaded query={due} rows={3}>
            {(found) => (found.payments.length === 0 ? <NothingDue /> : <DuePart due={found} />)}
          </Loaded>
        </section>
        <PagedTable
          title={say('list')}
          exportAs="remittances"
          list={list}
          columns={columns}
          keyOf={({ id }) => id}
          none={<p className="quiet none">{say('noneSent')}</p>}
        />
      </div>
    </Frame>
  );
}

function NothingDue() {
  const say = useWords(ownWords);
  return <Done title={say('noneDue')}>{say('noneDueWhy')}</Done>;
}

function DuePart({ due }: Readonly<{ due: Due }>) {
  const say = useWords(ownWords);
  return (
    <>
      <h2>{say('dueTitle')}</h2>
      <Equation
        label={say('dueTitle')}
        terms={[
          { label: say('gross'), value: <Money of={due.gross} /> },
          { sign: '\u2212', label: say('keeps'), value: <Money of={due.commission} /> },
          { sign: '\u2212', label: say('taxOn'), value: <Money of={due.taxOnCommission} /> },
          { sign: '=', label: say('net'), value: <Money of={due.net} /> },
        ]}
      />
      <DuePayments payments={due.payments} />
      <RemitForm due={due} />
    </>
  );
}

function RemitForm({ due }: Readonly<{ due: Due }>) {
  const say = useWords(ownWords);
  const tell = useToast();
  const place = usePlace();
  const act = useAct('POST /v1/agency/remittances');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const number = entered(given, 'number');
    const { payments, ...sums } = due;
    const body = {
      ...sums,
      number,
      remittedOn: entered(given, 'on'),
      payments: payments.map(({ placementId, sequence, gross }) => ({
        placementId,
        sequence,
        gross,
      })),
    };
    act.mutate({ body }, { onSuccess: () => tell(say('isRemitted', { number })) });
  };
  return (
    <form className="form" onSubmit={submit}>
      <Labelled label={say('ownNumber')}>
        <input name="number" required maxLength={64} aria-describedby="own-number" />
      </Labelled>
      <Labelled label={say('remittedOn')}>
        <input name="on" type="date" required defaultValue={todayOf(place)} />
      </Labelled>
      <button type="submit" className="btn primary" disabled={act.isPending}>
        {say('remit')}
      </button>
      <small id="own-number" className="quiet">
        {say('ownNumberWhy')}
      </small>
      <p className="fault" role="alert">
        {faultOf(act.error)}
      </p>
    </form>
  );
}

function useColumns(): readonly Column<Remittance>[] {
  const say = useWords(ownWords);
  const moneyOf = (id: 'gross' | 'commission' | 'taxOnCommission' | 'net', head: string) => ({
    id,
    head,
    align: 'num' as const,
    value: (row: Remittance) => moneyIn(row[id]),
  });
  return [
    {
      id: 'number',
      head: say('number'),
      value: ({ number }) => textIn(number),
      cell: ({ number }) => <b>{number}</b>,
    },
    { id: 'on', head: say('remittedOn'), value: ({ remittedOn }) => dayIn(remittedOn) },
    {
      id: 'state',
      head: say('state'),
      value: ({ state }) => textIn(say(state)),
      cell: ({ state }) => (
        <Status
          look={
            state === 'settled'
              ? { shape: 'paid', family: 'in' }
              : { shape: 'captured', family: 'wait' }
          }
        >
          {say(state)}
        </Status>
      ),
    },
    {
      id: 'payments',
      head: say('payments'),
      value: ({ payments }) => numberIn(payments.length),
      align: 'num',
      cell: ({ payments }) => payments.length,
    },
    moneyOf('gross', say('gross')),
    moneyOf('commission', say('keeps')),
    moneyOf('taxOnCommission', say('taxOn')),
    moneyOf('net', say('net')),
  ];
}
