import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { BodyOf } from '../../api/client.js';
import { faultOf, useAct, useCall } from '../../api/use-call.js';
import { useSession } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { Equation, type Term } from '../../ui/equation.js';
import { date, moment, money, units } from '../../ui/format.js';
import { Page as Frame } from '../../ui/page.js';
import { usePlace } from '../../ui/place.js';
import { Loaded } from '../../ui/states.js';
import { Chip } from '../../ui/status.js';
import { useWords } from '../../words/words.js';
import { FINANCE_WRITERS } from '../../../../contract/roles.js';
import { Footing, LOOK_OF_STATE } from './file-status.js';
import { filesWords, stateWords } from './files-words.js';
import { LinesOfFile } from './lines-of-file.js';
import { Stopped } from './stopped-file.js';

export type BankFile = BodyOf<'GET /v1/bank-statements/{statementId}'>;
type Part = BankFile['statements'][number];

/** One file: how it came, whether it foots, its lines with what became of each. */
export function OneFile({
  fileId,
  crumb,
}: Readonly<{ fileId: string; crumb: Readonly<{ label: string; to: string }> }>) {
  const say = useWords(filesWords);
  const place = usePlace();
  const file = useCall('GET /v1/bank-statements/{statementId}', {
    params: { statementId: fileId },
    query: { limit: 1 },
  });
  const { data } = file;
  const title = data === undefined ? say('file') : moment(data.receivedAt, place);
  return (
    <Frame
      title={title}
      crumb={crumb}
      about={data === undefined ? null : <About file={data} />}
      proof={data === undefined ? null : <Footing of={data.footing} />}
    >
      <Loaded query={file} rows={10}>
        {(one) => (
          <div className="body one-file">
            <Came file={one} />
            <Stopped file={one} />
            <Release file={one} />
            {one.statements.map((part, index) => (
              <Sums key={index} part={part} />
            ))}
            <RefusedPlaces file={one} />
            {one.lineCount === 0 ? null : <LinesOfFile file={one} />}
          </div>
        )}
      </Loaded>
    </Frame>
  );
}

function About({ file }: Readonly<{ file: BankFile }>) {
  const state = useWords(stateWords);
  return (
    <>
      <Chip look={LOOK_OF_STATE[file.status]}>{state(file.status)}</Chip>
      <span className="quiet">
        {file.account} {file.format}
      </span>
    </>
  );
}

function Came({ file }: Readonly<{ file: BankFile }>) {
  const say = useWords(filesWords);
  const { source, handedInBy, release } = file.cameIn;
  return (
    <section>
      <p className="quiet">
        {source === 'feed'
          ? say('feed', { who: file.receivedBy })
          : say('handedIn', { who: handedInBy.map(({ name }) => name).join(', ') })}
        {release === null
          ? null
          : `. ${say('decidedBy', { decision: say(release.decision), who: release.by, reason: release.reason })}`}
      </p>
    </section>
  );
}

/** Opening + lines = closing; and how it follows the statement before. */
function Sums({ part }: Readonly<{ part: Part }>) {
  const say = useWords(filesWords);
  const place = usePlace();
  const { opening, closing, from, to, continuity, differences } = part;
  return (
    <section>
      <h2 className="row">
        <span className="mono">{part.account}</span>
        {from === null || to === null ? null : (
          <span className="quiet">
            {say('period', { from: date(from, place), to: date(to, place) })}
          </span>
        )}
      </h2>
      {opening === null || closing === null ? null : (
        <Equation
          label={part.account}
          terms={sumOf({ opening, closing }, [
            say('opening'),
            say('movements', { n: part.lines }),
            say('closing'),
          ])}
        />
      )}
      <Missing continuity={continuity} />
      {differences.map(({ place: at, what, stated, found: counted }) => (
        <p key={at + what} className="over fg">
          {at}: {what} {stated} ≠ {counted}
        </p>
      ))}
    </section>
  );
}

/** What lies between this statement and the one before it. */
function Missing({ continuity: { expected, found } }: Pick<Part, 'continuity'>) {
  const say = useWords(filesWords);
  if (expected === undefined || found === undefined) return null;
  return (
    <Equation
      label={say('missing')}
      terms={[
        { label: say('foundOpening'), value: money(found) },
        { label: say('expected'), value: money(expected), sign: '\u2212' },
        {
          label: say('missing'),
          value: difference(expected, found),
          sign: '=',
          family: 'over',
        },
      ]}
    />
  );
}

type Wire = NonNullable<Part['opening']>;

function difference(before: Wire, after: Wire): string {
  const { currency } = after;
  return money({ amount: String(units(after) - units(before)), currency });
}

function sumOf(
  { opening, closing }: Readonly<{ opening: Wire; closing: Wire }>,
  [first, between, last]: readonly [string, string, string],
): readonly Term[] {
  return [
    { label: first, value: money(opening) },
    { label: between, value: difference(opening, closing), sign: '+' },
    { label: last, value: money(closing), sign: '=' },
  ];
}

/** The word of a second person on a file that waits for it. */
function Release({ file }: Readonly<{ file: BankFile }>) {
  const say = useWords(filesWords);
  const { person } = useSession();
  const tell = useToast();
  const [reason, setReason] = useState('');
  const release = useAct('POST /v1/bank-statements/{statementId}/release');
  if (file.status !== 'awaiting-release') return null;
  const isOwn = file.cameIn.handedInBy.some(({ id }) => id === person.id);
  const mayDecide = !isOwn && FINANCE_WRITERS.some((one) => one === person.role);
  const decide = (decision: 'released' | 'rejected') =>
    release.mutate(
      { params: { statementId: file.id }, body: { decision, reason } },
      { onSuccess: () => tell(say('done', { what: say(decision) })) },
    );
  return (
    <section className="notice wait">
      <p>{say(isOwn ? 'own' : 'ask')}</p>
      {mayDecide ? (
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            decide('released');
          }}
        >
          <label className="field small grow">
            <span className="quiet">{say('reason')}</span>
            <input
              required
              maxLength={200}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          </label>
          <button type="submit" className="btn small primary" disabled={release.isPending}>
            {say('release')}
          </button>
          <button
            type="button"
            className="btn small"
            disabled={release.isPending || reason.trim() === ''}
            onClick={() => decide('rejected')}
          >
            {say('reject')}
          </button>
        </form>
      ) : null}
      <p className="fault" role="alert">
        {faultOf(release.error)}
      </p>
    </section>
  );
}

function RefusedPlaces({ file }: Readonly<{ file: BankFile }>) {
  const say = useWords(filesWords);
  if (file.refusedPlaces.length === 0) return null;
  return (
    <section>
      <h2>{say('refusedPlaces')}</h2>
      <ul>
        {file.refusedPlaces.map(({ place, detail }) => (
          <li key={place}>
            <span className="mono">{place}</span> {detail}
          </li>
        ))}
      </ul>
      <Link className="link" to="/queue" search={{ view: 'money' }}>
        {say('refusedPlaces')}
      </Link>
    </section>
  );
}
