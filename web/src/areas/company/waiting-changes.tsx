import { faultOf, useAct, useList, type EntryOf } from '../../api/use-call.js';
import { useRole, type Role } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { useFieldName } from '../../words/code-words.js';
import { useWords } from '../../words/words.js';
import { useChangedFields } from './changed-fields.js';
import { mastersWords } from './money-masters-words.js';
import './waiting-changes.css';

type Change = EntryOf<'GET /v1/master-changes'>;

const DECIDERS: readonly Role[] = ['admin', 'arManager', 'creditController', 'owner'];

/** What one person asked for and another one decides: field by field, before and after. */
export function WaitingChanges({ kinds }: Readonly<{ kinds: readonly Change['kind'][] }>) {
  const say = useWords(mastersWords);
  const list = useList('GET /v1/master-changes', { query: { state: 'requested', limit: 100 } });
  const waiting = list.rows.filter(({ kind }) => kinds.includes(kind));
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
  const changedFields = useChangedFields();
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
              {before === '' ? null : <del>{before}</del>} {after}
            </dd>
          </div>
        ))}
      </dl>
      <p className="soft xs">{say('forWhom', { name })}</p>
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
