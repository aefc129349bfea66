import { IconDownload } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { saveBlob } from '../../api/open-paper.js';
import type { BodyOf } from '../../api/client.js';
import { useAct, useCall } from '../../api/use-call.js';
import { useRole, type Role } from '../../shell/session.js';
import { useToast } from '../../shell/toasts.js';
import type { Typed } from '../../ui/dialog.js';
import { Facts } from '../../ui/equation.js';
import { FormDialog, TextField } from '../../ui/form-dialog.js';
import { count } from '../../ui/format.js';
import { Page as Frame } from '../../ui/page.js';
import { Loaded } from '../../ui/states.js';
import { useKeys } from '../../ui/use-keys.js';
import { When } from '../../ui/when.js';
import { useWords } from '../../words/words.js';
import { RefusedState, useDoorName, useWhyRefused } from './refused-looks.js';
import { refusedWords } from './refused-words.js';
import './refused.css';

type Refused = BodyOf<'GET /v1/quarantine/{quarantineId}'>;

/** Who may say that it is seen to. */
const DECIDERS: readonly Role[] = ['arManager', 'storeManager'];

/** One thing that was refused, exactly as it was sent. */
export function Page() {
  const say = useWords(refusedWords);
  const doorName = useDoorName();
  const { quarantineId } = useParams({ strict: false }) as Readonly<{ quarantineId: string }>;
  const read = useCall('GET /v1/quarantine/{quarantineId}', { params: { quarantineId } });
  const { data } = read;
  return (
    <Frame
      title={data === undefined ? say('title') : say('one', { door: doorName(data.door) })}
      crumb={{ label: say('title'), to: '/queue/refused' }}
      about={data === undefined ? null : <RefusedState {...data} />}
      verbs={data === undefined ? null : <Verbs of={data} />}
      keys={[['E', say('seen')]]}
    >
      <div className="body refused" tabIndex={0} role="region" aria-label={say('title')}>
        <Loaded query={read}>{(refused) => <Parts of={refused} />}</Loaded>
      </div>
    </Frame>
  );
}

function Verbs({ of }: Readonly<{ of: Refused }>) {
  const say = useWords(refusedWords);
  const role = useRole();
  const [isOpen, setOpen] = useState(false);
  const mayEnd = of.resolvedAt === null && DECIDERS.includes(role);
  useKeys({ e: () => (mayEnd ? setOpen(true) : false) });
  return (
    <>
      <button type="button" className="btn small" onClick={() => saveBlob(...fileOf(of))}>
        <IconDownload className="i" />
        {say('download')}
      </button>
      {mayEnd ? (
        <button type="button" className="btn small primary" onClick={() => setOpen(true)}>
          {say('seen')} <kbd>E</kbd>
        </button>
      ) : null}
      {isOpen ? <SeenTo of={of} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** The bytes as they came, under a name that says what they are and when they came. */
function fileOf({ base64, contentType, receivedAt }: Refused): [Blob, string] {
  const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
  const at = receivedAt.slice(0, 19).replaceAll(/[^0-9]/g, '');
  const ending = contentType.includes('json') ? 'json' : 'bin';
  // Never as a page of this address, whatever it says to be.
  return [new Blob([bytes], { type: 'application/octet-stream' }), `refused-${at}.${ending}`];
}

function SeenTo({ of, onClose }: Readonly<{ of: Refused; onClose: () => void }>) {
  const say = useWords(refusedWords);
  const tell = useToast();
  const end = useAct('POST /v1/quarantine/{quarantineId}/resolution');
  const save = async (typed: Typed) => {
    await end.mutateAsync({ params: { quarantineId: of.id }, body: { note: typed('note') } });
    onClose();
    tell(say('isSeen'));
  };
  return (
    <FormDialog
      title={say('seenTitle')}
      submit={say('seen')}
      act={end}
      onSubmit={(typed) => void save(typed).catch(() => undefined)}
      onClose={onClose}
    >
      <p className="soft">{say('seenWhy')}</p>
      <TextField name="note" label={say('note')} maxLength={200} autoFocus />
    </FormDialog>
  );
}

function Parts({ of }: Readonly<{ of: Refused }>) {
  const say = useWords(refusedWords);
  const whyRefused = useWhyRefused();
  return (
    <>
      <section>
        <Facts
          rows={[
            [say('why'), whyRefused(of)],
            ...(of.param === null ? [] : [[say('place'), <code>{of.param}</code>] as const]),
            [say('by'), of.sentBy],
            [say('when'), <When at={of.receivedAt} />],
            [say('size'), say('bytes', { n: count(of.size) })],
            [say('kind'), of.contentType],
            ...(of.resolvedBy === null ? [] : [[say('end'), of.resolvedBy] as const]),
          ]}
        />
      </section>
      <section aria-label={say('content')}>
        <h2>{say('content')}</h2>
        {of.text === null ? <p className="quiet">{say('noText')}</p> : <pre>{of.text}</pre>}
      </section>
    </>
  );
}
