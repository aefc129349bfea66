import { faultOf, useAct, useList, type EntryOf } from '../../api/use-call.js';
import { useRole, type Role } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { useFieldName } from '../../words/code-words.js';
import { isKey } from '../../words/field-words.js';
import { useWords } from '../../words/words.js';
import { mastersWords } from './money-masters-words.js';
import './waiting-changes.css';

type Change = EntryOf<'GET /v1/master-changes'>;

const DECIDERS: readonly Role[] = ['admin', 'arManager', 'creditController', 'owner'];

/** What one person asked for and another one decides: field by field, before and after. */
export function WaitingChanges({ kind }: Readonly<{ kind: Change['kind'] }>) {
  const say = useWords(mastersWords);
  const list = useList('GET /v1/master-changes', { query: { state: 'requested', limit: 100 } });
  const waiting = list.rows.filter((change) => change.kind === kind);
  if (waiting.length === 0) return null;
  return (
    <section className="waiting-changes" aria-label={say('waiting')}>
      <h2>{say('waiting')}</h2>
      {waiting.map((change) => (
        <OneChange key={change.id} change={change} />
      ))}
    </section>
  );
}

function OneChange({ change }: Readonly<{ change: Change }>) {
  const say = useWords(mastersWords);
  const fieldName = useFieldName();
  const mayDecide = DECIDERS.includes(useRole());
  const { requestedBy: name, reason } = change;
  return (
    <article>
      <p>{say('by', { name, reason })}</p>
      <dl className="facts">
        {changedFields(change).map(([field, before, after]) => (
          <div key={field} style={{ display: 'contents' }}>
            <dt>{fieldName(field)}</dt>
            <dd>
              <del>{before}</del> {after}
            </dd>
          </div>
        ))}
      </dl>
      {mayDecide ? <Decision change={change} /> : null}
    </article>
  );
}

function Decision({ change }: Readonly<{ change: Change }>) {
  const say = useWords(mastersWords);
  const tell = useToast();
  const decide = useAct('POST /v1/master-changes/{masterChangeId}/approval');
  const press = (decision: 'approved' | 'rejected') => () =>
    decide.mutate(
      { params: { masterChangeId: change.id }, body: { decision } },
      {
        onSuccess: () => tell(say(decision === 'approved' ? 'agreed' : 'rejected')),
        onError: (error) => tell(faultOf(error) ?? ''),
      },
    );
  return (
    <span className="row">
      <button
        type="button"
        className="btn small primary"
        disabled={decide.isPending}
        onClick={press('approved')}
      >
        {say('agree')}
      </button>
      <button
        type="button"
        className="btn small"
        disabled={decide.isPending}
        onClick={press('rejected')}
      >
        {say('reject')}
      </button>
    </span>
  );
}

/** The fields that differ; of something new, all that it says. */
function changedFields({ before, after }: Change) {
  return Object.entries(after).flatMap(([field, value]) => {
    const old = textOf(before?.[field]);
    const now = textOf(value);
    return old === now || isKey(field) ? [] : [[field, old, now] as const];
  });
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number);
}
