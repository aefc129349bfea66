import { useState, type ReactNode } from 'react';
import { useAct, useList, type EntryOf } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { FormDialog, TextField } from '../../ui/form-dialog.js';
import { date } from '../../ui/format.js';
import { Page as Frame } from '../../ui/page.js';
import { usePlace } from '../../ui/place.js';
import { Status } from '../../ui/status.js';
import { Loaded } from '../../ui/states.js';
import { Day, When } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import { ledgerWords } from './ledger-words.js';

type Period = EntryOf<'GET /v1/accounting-periods'>;

/** The accounting periods that have begun; they are closed one after the other. */
export function Periods({ today, views }: Readonly<{ today: string; views: ReactNode }>) {
  const say = useWords(ledgerWords);
  const list = useList('GET /v1/accounting-periods', { query: { limit: 200 } });
  return (
    <Frame title={say('title')} views={views}>
      <div className="body" tabIndex={0} role="region" aria-label={say('periods')}>
        <Loaded query={list} rows={6}>
          {() => (
            <Table periods={list.rows.filter(({ startsOn }) => startsOn <= today)} today={today} />
          )}
        </Loaded>
      </div>
    </Frame>
  );
}

const HEADS = ['company', 'from', 'to', 'state', 'closedAt'] as const;

function Table({ periods, today }: Readonly<{ periods: readonly Period[]; today: string }>) {
  const say = useWords(ledgerWords);
  const [closing, setClosing] = useState<Period>();
  return (
    <>
      <table className="t">
        <caption className="hidden">{say('periods')}</caption>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {say(head)}
              </th>
            ))}
            <th scope="col" className="wide">
              <span className="hidden">{say('close')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {periods.map((period) => (
            <tr key={period.id}>
              <td>{period.legalEntity}</td>
              <td>
                <Day on={period.startsOn} />
              </td>
              <td>
                <Day on={period.endsOn} />
              </td>
              <td>
                <Status
                  look={
                    period.state === 'closed'
                      ? { shape: 'paid', family: 'in' }
                      : { shape: 'captured', family: 'wait' }
                  }
                >
                  {say(period.state)}
                </Status>
              </td>
              <td>{period.closedAt === null ? '\u2013' : <When at={period.closedAt} />}</td>
              <td className="wide">
                <Closing
                  period={period}
                  obstacle={obstacleOf(period, periods, today)}
                  onAsk={setClosing}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {closing === undefined ? null : (
        <CloseDialog period={closing} onClose={() => setClosing(undefined)} />
      )}
    </>
  );
}

/** Why a period cannot be closed yet; the server decides again. */
function obstacleOf(period: Period, all: readonly Period[], today: string) {
  if (period.endsOn >= today) return 'notOver' as const;
  const isEarlier = (one: Period) =>
    one.legalEntity === period.legalEntity &&
    one.state === 'open' &&
    one.startsOn < period.startsOn;
  return all.some(isEarlier) ? ('earlierFirst' as const) : undefined;
}

type ClosingProps = Readonly<{
  period: Period;
  obstacle: 'notOver' | 'earlierFirst' | undefined;
  onAsk: (period: Period) => void;
}>;

function Closing({ period, obstacle, onAsk }: ClosingProps) {
  const say = useWords(ledgerWords);
  const role = useRole();
  if (period.state === 'closed') return null;
  if (obstacle !== undefined) return <span className="quiet">{say(obstacle)}</span>;
  if (role !== 'arManager') return <span className="quiet">{say('managerCloses')}</span>;
  return (
    <button type="button" className="btn small" onClick={() => onAsk(period)}>
      {say('close')}
    </button>
  );
}

/** What is closed cannot be opened again: the last day is typed. */
function CloseDialog({ period, onClose }: Readonly<{ period: Period; onClose: () => void }>) {
  const say = useWords(ledgerWords);
  const place = usePlace();
  const tell = useToast();
  const act = useAct('POST /v1/accounting-periods/{periodId}/closing');
  const onSuccess = () => {
    onClose();
    tell(say('isClosed', { day: date(period.endsOn, place) }));
  };
  return (
    <FormDialog
      title={say('close')}
      submit={say('close')}
      act={act}
      isReady={(typed) => typed('lastDay') === period.endsOn}
      onSubmit={() => act.mutate({ params: { periodId: period.id } }, { onSuccess })}
      onClose={onClose}
    >
      <p className="soft">{say('closeWhy', { day: period.endsOn })}</p>
      <TextField name="lastDay" label={say('lastDay')} />
    </FormDialog>
  );
}
