import { useState, type ReactNode } from 'react';
import type { BodyOf } from '../../api/client.js';
import { useCall, useDo } from '../../api/use-call.js';
import { useRole } from '../../shell/session.js';
import { numberIn, textIn } from '../../ui/cells.js';
import type { Column } from '../../ui/data-table.js';
import { Dialog, type Typed } from '../../ui/dialog.js';
import { WholeTable } from '../../ui/list-page.js';
import { NothingFound } from '../../ui/states.js';
import { useSegmentName } from '../../words/code-words.js';
import { useWords } from '../../words/words.js';
import { AskDialog } from '../company/ask-dialog.js';
import { ASKERS } from '../company/askers.js';
import { SetupPage } from '../company/views.js';
import { WaitingChanges } from '../company/waiting-changes.js';
import { TextEditor } from './text-editor.js';
import { textsWords } from './texts-words.js';

export type LetterText = BodyOf<'GET /v1/templates'>['data'][number];
type FrameParts = Readonly<{ verbs: ReactNode; children: ReactNode }>;

/** The same in the set-up. */
export function Page() {
  return <LetterTexts frame={(parts) => <SetupPage {...parts} />} />;
}

/** Our own words of letters that are in force. One person asks for others, another one agrees. */
export function LetterTexts({ frame }: Readonly<{ frame: (parts: FrameParts) => ReactNode }>) {
  const say = useWords(textsWords);
  const texts = useCall('GET /v1/templates', {});
  const mayAsk = ASKERS.includes(useRole());
  const [shown, setShown] = useState<LetterText>();
  const [asked, setAsked] = useState<LetterText | 'new'>();
  const [removed, setRemoved] = useState<LetterText>();
  const columns = useColumns(mayAsk ? { onAsk: setAsked, onRemove: setRemoved } : undefined);
  const verbs = mayAsk ? (
    <button type="button" className="btn small primary" onClick={() => setAsked('new')}>
      {say('ask')}
    </button>
  ) : null;
  const children = (
    <>
      <WaitingChanges kinds={['letter-text']} />
      <WholeTable
        title={say('texts')}
        exportAs="letter-texts"
        query={texts}
        columns={columns}
        keyOf={({ id }) => id}
        onOpen={setShown}
        density="normal"
        none={<NothingFound title={say('none')}>{say('noneWhy')}</NothingFound>}
      />
      {shown === undefined ? null : <Words of={shown} onClose={() => setShown(undefined)} />}
      {asked === undefined ? null : (
        <TextEditor of={asked === 'new' ? undefined : asked} onClose={() => setAsked(undefined)} />
      )}
      {removed === undefined ? null : (
        <Removal of={removed} onClose={() => setRemoved(undefined)} />
      )}
    </>
  );
  return frame({ verbs, children });
}

type Verbs = Readonly<{
  onAsk: (text: LetterText) => void;
  onRemove: (text: LetterText) => void;
}>;

function useColumns(verbs: Verbs | undefined): readonly Column<LetterText>[] {
  const say = useWords(textsWords);
  const segmentName = useSegmentName();
  const shown: readonly Column<LetterText>[] = [
    {
      id: 'for',
      head: say('forWhom'),
      value: ({ segment }) => textIn(segment === null ? say('everybody') : segmentName(segment)),
    },
    { id: 'level', head: say('level'), align: 'num', value: ({ level }) => numberIn(level) },
    { id: 'language', head: say('language'), value: ({ language }) => textIn(say(language)) },
    {
      id: 'subject',
      head: say('subject'),
      wide: ({ subject }) => subject,
      value: ({ subject }) => textIn(subject),
    },
  ];
  if (verbs === undefined) return shown;
  return [
    ...shown,
    {
      id: 'verbs',
      head: say('verbs'),
      value: null,
      cell: (text) => <RowVerbs text={text} {...verbs} />,
    },
  ];
}

function RowVerbs({ text, onAsk, onRemove }: Verbs & Readonly<{ text: LetterText }>) {
  const say = useWords(textsWords);
  return (
    <span className="row">
      <button
        type="button"
        className="btn small"
        aria-label={`${say('change')}: ${text.subject}`}
        onClick={() => onAsk(text)}
      >
        {say('change')}
      </button>
      <button
        type="button"
        className="btn small plain"
        aria-label={`${say('remove')}: ${text.subject}`}
        onClick={() => onRemove(text)}
      >
        {say('remove')}
      </button>
    </span>
  );
}

type OneProps = Readonly<{ of: LetterText; onClose: () => void }>;

/** The words in full. */
function Words({ of, onClose }: OneProps) {
  const say = useWords(textsWords);
  const close = (
    <button type="button" className="btn primary" onClick={onClose}>
      {say('close')}
    </button>
  );
  return (
    <Dialog title={of.subject} onClose={onClose} verbs={close}>
      <dl className="facts">
        {(['opening', 'closing'] as const).map((part) => (
          <div key={part} style={{ display: 'contents' }}>
            <dt>{say(part)}</dt>
            <dd>{of[part]}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

/** Asks to send the words of the product again. */
function Removal({ of, onClose }: OneProps) {
  const say = useWords(textsWords);
  const ask = useDo(async (client, typed: Typed) => {
    const input = { params: { templateId: of.id }, body: { reason: typed('reason') } };
    return (await client.call('POST /v1/templates/{templateId}/removals', input)).body;
  });
  return <AskDialog title={`${say('remove')}: ${of.subject}`} ask={ask} onClose={onClose} />;
}
