import { IconExternalLink } from '@tabler/icons-react';
import { moment } from '../../ui/format.js';
import { usePlace } from '../../ui/place.js';
import { useWords } from '../../words/words.js';
import type { Story } from './sale-money.js';
import { saleWords } from './sale-words.js';

type Run = Story['runs'][number];

/** The workflows that carry this sale, as Temporal says at this moment, with their pages there. */
export function SaleRuns({ runs }: Pick<Story, 'runs'>) {
  const say = useWords(saleWords);
  return (
    <section className="flow" aria-labelledby="workflow">
      <h2 id="workflow">{say('workflow')}</h2>
      {runs.map((run) => (
        <RunOf key={run.workflowId} run={run} />
      ))}
    </section>
  );
}

function RunOf({ run }: Readonly<{ run: Run }>) {
  const say = useWords(saleWords);
  const place = usePlace();
  const { live, link, startedAt } = run;
  return (
    <p>
      {link === null ? (
        run.type
      ) : (
        <a className="link" href={link} target="_blank" rel="noreferrer">
          {say('inTemporal', { name: run.type })} <IconExternalLink className="i small" />
        </a>
      )}{' '}
      <span className="soft">{stateOf(run, say)}</span>
      {startedAt === null || live === null ? null : (
        <span className="quiet">
          {' '}
          {say('began', { at: moment(startedAt, place), events: live.historyLength })}
        </span>
      )}
    </p>
  );
}

function stateOf(
  { live, startedAt }: Run,
  say: ReturnType<typeof useWords<keyof typeof saleWords>>,
) {
  if (startedAt === null) return say('waiting');
  if (live === null) return say('silent');
  const { status } = live;
  return status === 'RUNNING' || status === 'COMPLETED'
    ? say(status)
    : say('otherState', { state: status.toLowerCase() });
}
