import { useRef, useState, type RefObject } from 'react';
import { useCall, useDo } from '../../api/use-call.js';
import type { Typed } from '../../ui/dialog.js';
import { Labelled } from '../../ui/form-dialog.js';
import { KNOWN_SEGMENTS, useSegmentName } from '../../words/code-words.js';
import { useWords } from '../../words/words.js';
import { AskDialog } from '../company/ask-dialog.js';
import type { LetterText } from './letter-texts.js';
import { TextPreview, type Draft } from './text-preview.js';
import { textsWords } from './texts-words.js';
import './texts.css';

const FIELDS = ['customerName', 'title', 'toPay', 'total', 'count', 'phone', 'sellerName'] as const;
const PARTS = [
  { name: 'subject', longest: 200, rows: 1 },
  { name: 'opening', longest: 2_000, rows: 4 },
  { name: 'closing', longest: 2_000, rows: 4 },
] as const;
/** Policies have three reminders to begin with, and never more than these. */
const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const LANGUAGES = ['id', 'en'] as const;

const EMPTY: Draft = { level: 1, language: 'id', subject: '', opening: '', closing: '' };

type Props = Readonly<{ of: LetterText | undefined; onClose: () => void }>;
type Box = HTMLInputElement | HTMLTextAreaElement;

/** Asks for words of our own, with the letter of a real customer beside them while one types. */
export function TextEditor({ of, onClose }: Props) {
  const say = useWords(textsWords);
  const [draft, setDraft] = useState<Draft>(() => draftOf(of));
  const ask = useAsking(draft, of?.segment ?? undefined);
  const box = useRef<Box>(null);
  const set = (change: Partial<Draft>) => setDraft((known) => ({ ...known, ...change }));
  return (
    <AskDialog title={say(of === undefined ? 'ask' : 'change')} ask={ask} onClose={onClose}>
      <div className="text-editor">
        <div className="form">
          <KindFields draft={draft} isFixed={of !== undefined} onChange={set} />
          {PARTS.map((part) => (
            <PartField
              key={part.name}
              part={part}
              value={draft[part.name]}
              box={box}
              onChange={(value) => set({ [part.name]: value })}
            />
          ))}
          <Insert box={box} onInsert={set} />
        </div>
        <TextPreview draft={draft} />
      </div>
    </AskDialog>
  );
}

function draftOf(of: LetterText | undefined): Draft {
  if (of === undefined) return EMPTY;
  const { level, language, subject, opening, closing } = of;
  return { level, language, subject, opening, closing };
}

type KindProps = Readonly<{
  draft: Draft;
  /** Other words of a letter keep whom they are for. */
  isFixed: boolean;
  onChange: (change: Partial<Draft>) => void;
}>;

function KindFields({ draft, isFixed, onChange }: KindProps) {
  const say = useWords(textsWords);
  if (isFixed) return null;
  return (
    <>
      <SegmentChoice />
      <div className="text-kind">
        <Labelled label={say('level')}>
          <select
            value={draft.level}
            onChange={({ target }) => onChange({ level: Number(target.value) })}
          >
            {LEVELS.map((level) => (
              <option key={level}>{level}</option>
            ))}
          </select>
        </Labelled>
        <Labelled label={say('language')}>
          <select
            value={draft.language}
            onChange={({ target }) => onChange({ language: target.value as Draft['language'] })}
          >
            {LANGUAGES.map((language) => (
              <option key={language} value={language}>
                {say(language)}
              </option>
            ))}
          </select>
        </Labelled>
      </div>
    </>
  );
}

function SegmentChoice() {
  const say = useWords(textsWords);
  const segments = useSegments();
  const segmentName = useSegmentName();
  return (
    <Labelled label={say('forWhom')}>
      <select name="segment">
        <option value="">{say('everybody')}</option>
        {segments.map((segment) => (
          <option key={segment} value={segment}>
            {segmentName(segment)}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** Groups of customers: those that a company begins with, and those that a policy names. */
function useSegments(): readonly string[] {
  const policies = useCall('GET /v1/dunning-policies', {}, { live: false });
  const named = policies.data?.data.flatMap(({ segment }) => segment ?? []) ?? [];
  return [...new Set([...KNOWN_SEGMENTS, ...named])];
}

type PartProps = Readonly<{
  part: (typeof PARTS)[number];
  value: string;
  box: RefObject<Box | null>;
  onChange: (value: string) => void;
}>;

function PartField({ part: { name, longest, rows }, value, box, onChange }: PartProps) {
  const say = useWords(textsWords);
  const shared = {
    name,
    required: true,
    maxLength: longest,
    value,
    onFocus: ({ target }: { target: Box }) => {
      box.current = target;
    },
    onChange: ({ target }: { target: Box }) => onChange(target.value),
  };
  return rows === 1 ? (
    <Labelled label={say(name)}>
      <input {...shared} autoFocus />
    </Labelled>
  ) : (
    <label>
      {say(name)}
      <textarea rows={rows} {...shared} />
    </label>
  );
}

type InsertProps = Readonly<{
  box: RefObject<Box | null>;
  onInsert: (change: Partial<Draft>) => void;
}>;

/** What a text may say of its letter: pressed, it stands at the cursor of the text that was typed in last. */
function Insert({ box, onInsert }: InsertProps) {
  const say = useWords(textsWords);
  const insert = (field: string) => {
    const at = box.current;
    if (at === null) return;
    at.setRangeText(`{{${field}}}`, at.selectionStart ?? 0, at.selectionEnd ?? 0, 'end');
    onInsert({ [at.name]: at.value });
    at.focus();
  };
  return (
    <fieldset className="text-fields">
      <legend className="xs soft">{say('fields')}</legend>
      {FIELDS.map((field) => (
        <button key={field} type="button" className="btn small" onClick={() => insert(field)}>
          {say(field)}
        </button>
      ))}
    </fieldset>
  );
}

function useAsking(
  { level, language, subject, opening, closing }: Draft,
  segment: string | undefined,
) {
  return useDo(async (client, typed: Typed) => {
    const body = {
      segment: segment ?? (typed('segment') || null),
      level,
      language,
      channel: 'email' as const,
      subject: subject.trim(),
      opening: opening.trim(),
      closing: closing.trim(),
      reason: typed('reason'),
    };
    return (await client.call('POST /v1/templates', { body })).body;
  });
}
