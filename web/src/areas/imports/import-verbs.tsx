import { useRef } from 'react';
import { faultOf, useAct } from '../../api/use-call.js';
import { useToast } from '../../shell/toasts.js';
import { useWords } from '../../words/words.js';
import type { Import } from './import.js';
import { importsWords } from './imports-words.js';
import { keptFile } from './kept-files.js';
import { useHandIn } from './use-hand-in.js';

/** What may be done with an import: write what was tried, take back what was written, fetch the bad rows. */
export function ImportVerbs({ of, mayWrite }: Readonly<{ of: Import; mayWrite: boolean }>) {
  const say = useWords(importsWords);
  const isDone = of.status === 'done';
  return (
    <>
      {of.rows.refused === 0 ? null : (
        <a className="btn small" href={`/v1/imports/${of.id}/rejected`} download={`${of.kind}.csv`}>
          {say('rejected')}
        </a>
      )}
      {mayWrite && isDone && of.mode === 'dry-run' && of.rows.wouldBeWritten > 0 ? (
        <WriteButton of={of} />
      ) : null}
      {mayWrite && isDone && of.mode === 'write' && of.rows.written > 0 ? (
        <UndoButton of={of} />
      ) : null}
    </>
  );
}

/** The file that was tried is handed in once more, to be written; a page that was loaded anew asks for it. */
function WriteButton({ of }: Readonly<{ of: Import }>) {
  const say = useWords(importsWords);
  const tell = useToast();
  const hand = useHandIn();
  const box = useRef<HTMLInputElement>(null);
  const write = (file: File) =>
    hand.mutate(
      { file, query: { kind: of.kind, ...(of.profile === null ? {} : { profile: of.profile }) } },
      {
        onSuccess: () => tell(say('isWriting')),
        onError: (error) => tell(faultOf(error) ?? ''),
      },
    );
  const press = () => {
    const file = keptFile(of.id);
    if (file === undefined) box.current?.click();
    else write(file);
  };
  return (
    <>
      <input
        ref={box}
        type="file"
        hidden
        aria-label={say('again')}
        onChange={({ target: { files } }) => files?.[0] !== undefined && write(files[0])}
      />
      <button type="button" className="btn small primary" disabled={hand.isPending} onClick={press}>
        {say('writeIt', { n: of.rows.wouldBeWritten })}
      </button>
    </>
  );
}

function UndoButton({ of }: Readonly<{ of: Import }>) {
  const say = useWords(importsWords);
  const tell = useToast();
  const undo = useAct('POST /v1/imports/{importId}/undoing');
  const takeBack = () =>
    undo.mutate(
      { params: { importId: of.id } },
      {
        // As long as a second person has not agreed, the import stays as it is.
        onSuccess: ({ status }) => tell(say(status === 'done' ? 'undoAsked' : 'isUndone')),
        onError: (error) => tell(faultOf(error) ?? ''),
      },
    );
  return (
    <button type="button" className="btn small" disabled={undo.isPending} onClick={takeBack}>
      {say('undo')}
    </button>
  );
}
