import { useParams } from '@tanstack/react-router';
import { IMPORT_WRITERS } from '../../../../contract/imports/kinds.js';
import type { BodyOf } from '../../api/client.js';
import { useCall } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { count } from '../../ui/format.js';
import { Page as Frame } from '../../ui/page.js';
import { Loaded } from '../../ui/states.js';
import { detailIn } from '../../words/detail-words.js';
import { useLanguage } from '../../words/language.js';
import { refusalIn } from '../../words/refusal.js';
import { useWords } from '../../words/words.js';
import { ImportRows } from './import-rows.js';
import { ImportState } from './import-state.js';
import { ImportVerbs } from './import-verbs.js';
import { importsWords } from './imports-words.js';
import { Understood } from './understood.js';
import './imports.css';

export type Import = BodyOf<'GET /v1/imports/{importId}'>;

const ENDED: readonly Import['status'][] = ['done', 'refused', 'undone'];
/** Events tell how far it is; this is for a company that has more streams open than there may be. */
const ASK_EVERY_MS = 10_000;

/** One import: how its file was understood, what became of each row, and what comes next. */
export function Page() {
  const say = useWords(importsWords);
  const role = useRole();
  const { language } = useLanguage();
  const { importId } = useParams({ strict: false }) as Readonly<{ importId: string }>;
  const read = useCall(
    'GET /v1/imports/{importId}',
    { params: { importId } },
    {
      everyMs: (found) => (found !== undefined && ENDED.includes(found.status) ? 0 : ASK_EVERY_MS),
    },
  );
  const found = read.data;
  const mayWrite = IMPORT_WRITERS.some((one) => one === role);
  return (
    <Frame
      title={found === undefined ? say('imports') : say('one', { kind: say(found.kind) })}
      crumb={{ label: say('imports'), to: '/setup/imports' }}
      about={found === undefined ? null : <ImportState status={found.status} />}
      verbs={found === undefined ? null : <ImportVerbs of={found} mayWrite={mayWrite} />}
      proof={found === undefined ? null : <Progress of={found} />}
    >
      <div className="body import" tabIndex={0} role="region" aria-label={say('imports')}>
        <Loaded query={read} rows={10}>
          {(one) => (
            <>
              {one.refusal === null ? null : (
                <p className="bad fg" role="alert">
                  {refusalIn(language, one.refusal)} {detailIn(language, one.refusal.place ?? '')}
                </p>
              )}
              {one.format === null ? null : <Understood of={one} mayWrite={mayWrite} />}
              <ImportRows of={one} />
            </>
          )}
        </Loaded>
      </div>
    </Frame>
  );
}

function Progress({ of: { rows } }: Readonly<{ of: Import }>) {
  const say = useWords(importsWords);
  const good = rows.written + rows.wouldBeWritten + rows.known;
  return (
    <span>
      {say('total', { total: count(rows.total), good: count(good), bad: count(rows.refused) })}
    </span>
  );
}
