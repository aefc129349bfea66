import { IconUpload } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { faultOf, useDo } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import { useWords } from '../../words/words.js';
import { FINANCE_WRITERS } from '../../../../contract/roles.js';
import { filesWords } from './files-words.js';

type FailedFile = Readonly<{ file: File; fault: string }>;
type Upload = ReturnType<typeof useUpload>;

/** Hands files in, one after the other; the last one is opened. */
export function useUpload() {
  const say = useWords(filesWords);
  const tell = useToast();
  const navigate = useNavigate();
  const role = useRole();
  const [current, setCurrent] = useState<string>();
  const [failed, setFailed] = useState<readonly FailedFile[]>([]);
  const hand = useDo(async (client, file: File) => {
    const body = new Uint8Array(await file.arrayBuffer());
    return (await client.call('POST /v1/bank-statements', { body, query: {} })).body;
  });
  const send = async (files: readonly File[]) => {
    setFailed([]);
    for (const file of files) {
      setCurrent(file.name);
      try {
        const { id } = await hand.mutateAsync(file);
        tell(say('sent', { name: file.name }));
        await navigate({ to: '/bank-files', search: { file: id } });
      } catch (error) {
        const fault = `${say('notSent', { name: file.name })}: ${faultOf(error)}`;
        setFailed((before) => [...before, { file, fault }]);
      }
    }
    setCurrent(undefined);
  };
  const mayUpload = FINANCE_WRITERS.some((one) => one === role);
  return { send, current, failed, forget: () => setFailed([]), mayUpload };
}

/** A file may be dropped anywhere on the page. */
export function FileDrop({ upload, children }: Readonly<{ upload: Upload; children: ReactNode }>) {
  const say = useWords(filesWords);
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent) => {
    if (!upload.mayUpload || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (upload.mayUpload) void upload.send([...event.dataTransfer.files]);
  };
  return (
    <div
      className="file-drop"
      onDragOver={over}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={drop}
    >
      {children}
      {isOver ? <div className="drop-here">{say('drop')}</div> : null}
      <UploadNews upload={upload} />
    </div>
  );
}

function UploadNews({ upload }: Readonly<{ upload: Upload }>) {
  const say = useWords(filesWords);
  return (
    <>
      {upload.current === undefined ? null : (
        <div className="upload-news" role="status">
          {say('sending', { name: upload.current })} <progress />
        </div>
      )}
      {upload.failed.length === 0 ? null : (
        <div className="upload-news" role="alert">
          <ul>
            {upload.failed.map(({ fault }) => (
              <li key={fault} className="fault">
                {fault}
              </li>
            ))}
          </ul>
          <button
            type="button"
            className="btn small"
            onClick={() => void upload.send(upload.failed.map(({ file }) => file))}
          >
            {say('again')}
          </button>
          <button type="button" className="btn small" onClick={upload.forget}>
            {say('close')}
          </button>
        </div>
      )}
    </>
  );
}

/** The same without dragging. */
export function UploadButton({ upload }: Readonly<{ upload: Upload }>) {
  const say = useWords(filesWords);
  const box = useRef<HTMLInputElement>(null);
  if (!upload.mayUpload) return null;
  return (
    <>
      <input
        ref={box}
        type="file"
        multiple
        hidden
        aria-label={say('upload')}
        onChange={({ target }) => {
          void upload.send([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <button
        type="button"
        className="btn small"
        disabled={upload.current !== undefined}
        onClick={() => box.current?.click()}
      >
        <IconUpload className="i" aria-hidden="true" />
        {say('upload')}
      </button>
    </>
  );
}
