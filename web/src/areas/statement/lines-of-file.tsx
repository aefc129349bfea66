import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { BodyOf } from '../../api/client.js';
import { faultOf, useAct } from '../../api/use-call.js';
import { useSession } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { amount, count, date } from '../../ui/format.js';
import { usePlace } from '../../ui/place.js';
import { Loaded } from '../../ui/states.js';
import { WhatIs } from '../../ui/what-is.js';
import { Day } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import { FINANCE_WRITERS } from '../../../../contract/roles.js';
import { filesWords, outcomeWords } from './files-words.js';
import type { BankFile } from './one-file.js';
import { TakeLines } from './take-lines.js';

type Line = BankFile['lines'][number];
type Outcome = Line['outcome'];

const PAGE = 100;

/** The lines of a file, a page at a time, of one outcome if that is asked for. */
function useLines(statementId: string, outcome: Outcome | undefined) {
  const { client } = useSession();
  const lines = useInfiniteQuery({
    queryKey: ['GET /v1/bank-statements/{statementId}', statementId, outcome, 'lines'],
    queryFn: async ({ pageParam: cursor }) => {
      const query = { outcome, cursor, limit: PAGE };
      const params = { statementId };
      const answer = await client.call('GET /v1/bank-statements/{statementId}', { params, query });
      return answer.body as BodyOf<'GET /v1/bank-statements/{statementId}'>;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    meta: { live: true },
  });
  return { lines, rows: lines.data?.pages.flatMap((page) => page.lines) ?? [] };
}

export function LinesOfFile({ file }: Readonly<{ file: BankFile }>) {
  const say = useWords(filesWords);
  const [outcome, setOutcome] = useState<Outcome>();
  const { lines, rows } = useLines(file.id, outcome);
  return (
    <section className="file-lines" aria-label={say('lines')}>
      <TakeLines file={file} outcome={outcome} />
      <Outcomes file={file} chosen={outcome} onChoose={setOutcome} />
      <Loaded query={lines} rows={8}>
        {() => (
          <table className="t compact">
            <caption className="hidden">{say('lines')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('place')}</th>
                <th scope="col">{say('date')}</th>
                <th scope="col">{say('payer')}</th>
                <th scope="col" className="wide">
                  {say('text')}
                </th>
                <th scope="col">
                  {say('outcome')}
                  <WhatOutcomes />
                </th>
                <th scope="col" className="num">
                  {say('amount', { symbol: 'Rp' })}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((line) => (
                <LineRow key={line.position} line={line} fileId={file.id} />
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
      {lines.hasNextPage ? (
        <button type="button" className="btn small" onClick={() => void lines.fetchNextPage()}>
          {say('more')}
        </button>
      ) : null}
    </section>
  );
}

function WhatOutcomes() {
  const say = useWords(filesWords);
  const name = useWords(outcomeWords);
  const outcomes = Object.keys(outcomeWords) as (keyof typeof outcomeWords)[];
  const terms = outcomes.map((outcome) => ({
    of: `line.${outcome}` as const,
    name: name(outcome),
  }));
  return <WhatIs name={say('outcome')} terms={terms} />;
}

/** How many lines have which outcome; each is a filter. */
function Outcomes({
  file,
  chosen,
  onChoose,
}: Readonly<{
  file: BankFile;
  chosen: Outcome | undefined;
  onChoose: (outcome: Outcome | undefined) => void;
}>) {
  const say = useWords(filesWords);
  const name = useWords(outcomeWords);
  const counted = Object.entries(file.outcomes).filter(([, lines]) => lines > 0);
  return (
    <div className="seg" role="group" aria-label={say('outcomes')}>
      <button type="button" aria-pressed={chosen === undefined} onClick={() => onChoose(undefined)}>
        {say('allLines')} {count(file.lineCount)}
      </button>
      {counted.map(([outcome, lines]) => (
        <button
          key={outcome}
          type="button"
          aria-pressed={chosen === outcome}
          onClick={() => onChoose(outcome as Outcome)}
        >
          {name(outcome as Outcome)} {count(lines)}
        </button>
      ))}
    </div>
  );
}

function LineRow({ line, fileId }: Readonly<{ line: Line; fileId: string }>) {
  const name = useWords(outcomeWords);
  const [payment] = line.payments;
  return (
    <tr>
      <th scope="row" className="mono">
        {line.place}
      </th>
      <td>
        <Day on={line.bookingDate} />
      </td>
      <td>{line.payerName ?? '\u2013'}</td>
      <td className="wide" title={line.text}>
        {line.text}
      </td>
      <td>
        {payment === undefined ? (
          name(line.outcome)
        ) : (
          <Link className="link" to="/matching" search={{ payment: payment.id }}>
            {name(line.outcome)}
          </Link>
        )}
        <Repeats line={line} fileId={fileId} />
      </td>
      <td className="num">{amount(line.amount)}</td>
    </tr>
  );
}

/** Which line a line repeats, or may repeat; then a person says which it is. */
function Repeats({ line, fileId }: Readonly<{ line: Line; fileId: string }>) {
  const say = useWords(filesWords);
  const place = usePlace();
  const { repeats, outcome } = line;
  if (repeats === null) return null;
  const values = { place: repeats.place, day: date(repeats.bookingDate, place) };
  return (
    <>
      {' '}
      <Link className="link" to="/bank-files" search={{ file: repeats.statementId }}>
        {say(outcome === 'repeat-unclear' ? 'mayRepeat' : 'repeats', values)}
      </Link>
      {outcome === 'repeat-unclear' ? <DecideRepeat line={line} fileId={fileId} /> : null}
    </>
  );
}

function DecideRepeat({ line, fileId }: Readonly<{ line: Line; fileId: string }>) {
  const say = useWords(filesWords);
  const { person } = useSession();
  const tell = useToast();
  const act = useAct('POST /v1/bank-statements/{statementId}/repeats');
  if (!FINANCE_WRITERS.some((one) => one === person.role)) return null;
  const decide = (decision: 'repeat' | 'new') =>
    act.mutate(
      { params: { statementId: fileId }, body: { decision, positions: [line.position] } },
      {
        onSuccess: () =>
          tell(say('done', { what: say(decision === 'repeat' ? 'isRepeat' : 'isNew') })),
      },
    );
  return (
    <>
      {(['repeat', 'new'] as const).map((decision) => {
        const what = say(decision === 'repeat' ? 'isRepeat' : 'isNew');
        return (
          <button
            key={decision}
            type="button"
            className="btn small"
            disabled={act.isPending}
            aria-label={say('decideLine', { n: line.position, what })}
            onClick={() => decide(decision)}
          >
            {what}
          </button>
        );
      })}
      <span className="fault" role="alert">
        {faultOf(act.error)}
      </span>
    </>
  );
}
