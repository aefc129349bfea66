import { FIELD_LENGTH_MAX } from './limits.js';
import type { TextLine } from './text-lines.js';

/** One field of a SWIFT message: its tag, and its lines as they stand. */
export type SwiftField = {
  readonly tag: string;
  readonly fileLine: number;
  readonly lines: string[];
  length: number;
  /** Longer than any bank text; what is longer was left out. */
  isOverlong: boolean;
};

/** `header` opens a message and names it (`940`), where the file has blocks 1 to 4; `end` is its `-` or `-}`. */
export type SwiftPart =
  | Readonly<{ kind: 'header'; message: string | undefined; fileLine: number }>
  | Readonly<{ kind: 'field'; field: SwiftField }>
  | Readonly<{ kind: 'end'; fileLine: number }>;

/** Tags of MT940, MT942 and MT950 with the national ones of Germany; other texts after a colon are content. */
const TAG = /^:(?<tag>1[23]D?|2[015]|25P|28C?|34F|6[02][FM]|61|6[45]|86|90[CD]|NS|940|942):/;

/** Blocks 1 and 2 may stand on lines of their own, or behind the end of the message before. */
const BLOCKS = /^[^\w:{}-]{0,8}\{[1-5]:/;
const MESSAGE = /\{2:[IO](?<message>\d{3})/;
const TEXT_BLOCK = '{4:';
const END_OF_BLOCK = '-}';

/**
 * The fields of SWIFT messages, with and without blocks 1 to 5. A line that begins with no tag goes on with the field
 * before it; what stands before the first field and between messages is passed over.
 */
export function* swiftFields(lines: Iterable<TextLine>): Generator<SwiftPart> {
  let field: SwiftField | undefined;
  let message: string | undefined;
  for (const line of lines) {
    for (const part of partsOf(line)) {
      if (part.kind === 'content') {
        if (field !== undefined) addLine(field, part);
        continue;
      }
      if (field !== undefined) yield { kind: 'field', field };
      field = undefined;
      if (part.kind === 'field') field = newField(part, line);
      else if (part.kind === 'blocks') message = part.message ?? message;
      else if (part.kind === 'text') {
        yield { kind: 'header', message, fileLine: line.fileLine };
        message = undefined;
      } else yield { kind: 'end', fileLine: line.fileLine };
    }
  }
  if (field !== undefined) yield { kind: 'field', field };
}

type LinePart =
  | Readonly<{ kind: 'blocks'; message: string | undefined }>
  | Readonly<{ kind: 'text' | 'end' }>
  | Readonly<{ kind: 'field'; tag: string; text: string; isCut: boolean }>
  | Readonly<{ kind: 'content'; text: string; isCut: boolean }>;

/** One physical line may end a message, hold the header of the next and begin its first field. */
function* partsOf({ text, isCut }: TextLine): Generator<LinePart> {
  const end = endOf(text);
  if (end !== undefined) {
    if (end.before !== '') yield* contentOf(end.before, false);
    yield { kind: 'end' };
    if (end.behind.trim() !== '') yield* headerOf(end.behind, isCut);
    return;
  }
  yield* BLOCKS.test(text) ? headerOf(text, isCut) : contentOf(text, isCut);
}

function endOf(text: string): Readonly<{ before: string; behind: string }> | undefined {
  if (text.trimEnd() === '-') return { before: '', behind: '' };
  const at = text.indexOf(END_OF_BLOCK);
  if (at === -1) return undefined;
  const behind = text.slice(at + END_OF_BLOCK.length);
  const isEnd = at === 0 || behind.trim() === '' || BLOCKS.test(behind);
  return isEnd ? { before: text.slice(0, at), behind } : undefined;
}

function* headerOf(text: string, isCut: boolean): Generator<LinePart> {
  const at = text.indexOf(TEXT_BLOCK);
  const blocks = at === -1 ? text : text.slice(0, at);
  yield { kind: 'blocks', message: MESSAGE.exec(blocks)?.groups?.['message'] };
  if (at === -1) return;
  yield { kind: 'text' };
  const first = text.slice(at + TEXT_BLOCK.length);
  if (first.trim() !== '') yield* partsOf({ text: first, fileLine: 0, isCut });
}

function* contentOf(text: string, isCut: boolean): Generator<LinePart> {
  const found = TAG.exec(text);
  const tag = found?.groups?.['tag'];
  if (found === null || tag === undefined) {
    if (text.trim() !== '') yield { kind: 'content', text, isCut };
    return;
  }
  yield { kind: 'field', tag, text: text.slice(found[0].length), isCut };
}

function newField(
  { tag, text, isCut }: Extract<LinePart, { kind: 'field' }>,
  { fileLine }: TextLine,
): SwiftField {
  return { tag, fileLine, lines: [text], length: text.length, isOverlong: isCut };
}

function addLine(
  field: SwiftField,
  { text, isCut }: Readonly<{ text: string; isCut: boolean }>,
): void {
  field.length += text.length;
  field.isOverlong ||= isCut || field.length > FIELD_LENGTH_MAX;
  if (!field.isOverlong) field.lines.push(text);
}
