import { FileFault } from './file-fault.js';
import { FIELD_LENGTH_MAX } from './limits.js';
import { DOCTYPE_DETAIL } from './read-camt.js';
import { decodeText, singleBytes } from './text-lines.js';

/** `open` with the text that follows the tag (empty for an aggregate), or `close`. Names are in capitals. */
export type OfxElement = Readonly<{
  kind: 'open' | 'close';
  name: string;
  text: string;
  fileLine: number;
  /** The text was longer than any bank text, and was cut. */
  isCut: boolean;
}>;

const LESS_THAN = 0x3c;
const LINE_FEED = 0x0a;

/** A tag with its attributes, which say nothing of bookings. */
const TAG = /^<(?<close>\/?)(?<name>[A-Za-z][\w.:-]{0,63})(?:\s[^<>]{0,400})?\/?>/;
const TAG_LENGTH_MAX = 512;

const CDATA = '<![CDATA[';
const DECLARATION = /^<!\s*(?:DOCTYPE|ENTITY|ELEMENT)/i;

/**
 * The elements of OFX 1 (SGML, where texts have no end tags) and OFX 2 (XML), one by one. A `<` that begins no tag is
 * text.
 *
 * @throws FileFault `STATEMENT_DOCTYPE`, `STATEMENT_TRUNCATED` (inside a CDATA section or comment), `STATEMENT_ENCODING`.
 */
export function* ofxElements(bytes: Uint8Array): Generator<OfxElement> {
  const content = singleBytes(bytes);
  const lines = createLineCounter(content);
  let open: OpenElement | undefined;
  let at = content.indexOf(LESS_THAN);
  while (at !== -1) {
    const mark = markAt(content, at, lines);
    if (mark.kind === 'tag') {
      if (open !== undefined) yield closed(open);
      open = { ...mark, text: '', isCut: false, fileLine: lines(at) };
    } else if (open !== undefined && mark.kind === 'text') addText(open, mark.text);
    const next = content.indexOf(LESS_THAN, mark.end);
    const end = next === -1 ? content.length : next;
    if (open !== undefined) addText(open, textBetween(content, mark.end, end));
    at = next;
  }
  if (open !== undefined) yield closed(open);
}

type OpenElement = {
  readonly isClose: boolean;
  readonly name: string;
  readonly fileLine: number;
  text: string;
  isCut: boolean;
};

function closed({ isClose, name, text, fileLine, isCut }: OpenElement): OfxElement {
  const kind = isClose ? 'close' : 'open';
  return { kind, name, text: isClose ? '' : text.trim(), fileLine, isCut };
}

function addText(open: OpenElement, text: string): void {
  open.isCut ||= open.text.length + text.length > FIELD_LENGTH_MAX;
  if (!open.isCut) open.text += text;
}

type Mark =
  | Readonly<{ kind: 'tag'; isClose: boolean; name: string; end: number }>
  /** CDATA, or a `<` that stands for itself. */
  | Readonly<{ kind: 'text'; text: string; end: number }>
  /** A comment or processing instruction. */
  | Readonly<{ kind: 'nothing'; end: number }>;

function markAt(content: Buffer, at: number, lines: (offset: number) => number): Mark {
  const head = content.toString('latin1', at, at + TAG_LENGTH_MAX);
  const tag = TAG.exec(head);
  if (tag !== null) {
    const { close, name = '' } = tag.groups ?? {};
    return {
      kind: 'tag',
      isClose: close === '/',
      name: name.toUpperCase(),
      end: at + tag[0].length,
    };
  }
  if (DECLARATION.test(head)) {
    throw new FileFault({
      code: 'STATEMENT_DOCTYPE',
      place: `line ${lines(at)}`,
      detail: DOCTYPE_DETAIL,
    });
  }
  if (head.startsWith(CDATA)) {
    const end = endOf(content, { at, sign: ']]>', lines });
    const text = pieceOf(content, at + CDATA.length, end - ']]>'.length);
    return { kind: 'text', text, end };
  }
  if (head.startsWith('<!--'))
    return { kind: 'nothing', end: endOf(content, { at, sign: '-->', lines }) };
  if (head.startsWith('<?'))
    return { kind: 'nothing', end: endOf(content, { at, sign: '?>', lines }) };
  return { kind: 'text', text: '<', end: at + 1 };
}

type End = Readonly<{ at: number; sign: string; lines: (offset: number) => number }>;

function endOf(content: Buffer, { at, sign, lines }: End): number {
  const end = content.indexOf(sign, at);
  if (end !== -1) return end + sign.length;
  const detail = `The file ends before ${sign}.`;
  throw new FileFault({ code: 'STATEMENT_TRUNCATED', place: `line ${lines(at)}`, detail });
}

/** More than a bank text may have, so that a longer one is known as that. */
function pieceOf(content: Buffer, from: number, to: number): string {
  return decodeText(content.subarray(from, Math.min(to, from + FIELD_LENGTH_MAX + 1)));
}

const ENTITY = /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[0-9a-fA-F]{1,6});/g;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};
const CODE_POINT_MAX = 0x10ffff;

function textBetween(content: Buffer, from: number, to: number): string {
  const text = pieceOf(content, from, to);
  if (!text.includes('&')) return text;
  return text.replaceAll(ENTITY, characterOf);
}

function characterOf(entity: string): string {
  const body = entity.slice(1, -1);
  if (!body.startsWith('#')) return NAMED[body] ?? entity;
  const code = body.startsWith('#x') ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
  return code > CODE_POINT_MAX ? entity : String.fromCodePoint(code);
}

/** The line of an offset; offsets come in ascending order. */
function createLineCounter(content: Buffer): (offset: number) => number {
  let line = 1;
  let counted = 0;
  return (offset) => {
    let next = content.indexOf(LINE_FEED, counted);
    while (next !== -1 && next < offset) {
      line += 1;
      counted = next + 1;
      next = content.indexOf(LINE_FEED, counted);
    }
    return line;
  };
}
