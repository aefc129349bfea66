import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { ReadStatementResult } from '../../../domain/statement/statement.js';
import {
  createStatementCollector,
  type StatementCollector,
  type ZoneOf,
} from './camt-statement.js';
import { MESSAGES, type PathNode } from './camt-paths.js';
import { detach } from './detach.js';
import { addText, currencyKey, newRecord, type CamtRecord } from './camt-record.js';
import { FileFault } from './file-fault.js';
import { DEPTH_MAX, DETAILS_PER_LINE_MAX, FIELD_LENGTH_MAX } from './limits.js';

/** An element outside any message: messages are searched below it. */
const SEARCHING = 'searching';
type Place = PathNode | typeof SEARCHING | undefined;

type ParserOptions = { xmlns: false; position: true };

/** State of the parser run. */
type Walk = {
  readonly places: Place[];
  readonly records: CamtRecord[];
  format: 'camt.052' | 'camt.053' | 'camt.054' | undefined;
  text: string;
};

/**
 * Reads camt.052, 053 and 054, versions 1 to 13, with any namespace, prefix or envelope, in one pass over decoded text
 * pieces. Memory grows with the lines, not with the document.
 *
 * @throws FileFault `STATEMENT_DOCTYPE`, `STATEMENT_MALFORMED`, `STATEMENT_TRUNCATED`,
 * `STATEMENT_TOO_DEEP`, `STATEMENT_TOO_LARGE`, `STATEMENT_EMPTY`, `STATEMENT_ACCOUNT_MISSING`,
 * `STATEMENT_FORMAT_UNKNOWN`.
 */
export function readCamt(
  pieces: Iterable<string>,
  { byteLength, zoneOf }: Readonly<{ byteLength: number; zoneOf: ZoneOf }>,
): Extract<ReadStatementResult, { kind: 'read' }> {
  const parser = new SaxesParser<ParserOptions>({ xmlns: false, position: true });
  const walk: Walk = { places: [], records: [], format: undefined, text: '' };
  const collector = createStatementCollector(zoneOf);

  const here = (): string => `line ${parser.line}`;
  parser.on('doctype', () => {
    throw new FileFault({ code: 'STATEMENT_DOCTYPE', place: here(), detail: DOCTYPE_DETAIL });
  });
  parser.on('error', () => {
    const place = `line ${parser.line}, column ${parser.column}`;
    if (walk.format === undefined) throw noMessage(place);
    const detail = 'The file is not well-formed XML from here on.';
    throw new FileFault({ code: 'STATEMENT_MALFORMED', place, detail });
  });
  parser.on('opentag', (tag) => openElement(walk, tag, parser.line));
  parser.on('text', (text) => keepText(walk, text));
  parser.on('cdata', (text) => keepText(walk, text));
  parser.on('closetag', () => closeElement(walk, collector));

  for (const piece of pieces) parser.write(piece);
  endDocument(parser, byteLength);
  return finish(walk, collector);
}

export const DOCTYPE_DETAIL =
  'The file has a document type declaration, which bank files never need.';

function openElement(walk: Walk, tag: SaxesTagPlain, fileLine: number): void {
  if (walk.places.length >= DEPTH_MAX) {
    const place = `line ${fileLine}`;
    const detail = `Elements are nested more than ${DEPTH_MAX} deep.`;
    throw new FileFault({ code: 'STATEMENT_TOO_DEEP', place, detail });
  }
  const next = enter(walk, localName(tag.name));
  walk.places.push(next);
  walk.text = '';
  if (next === undefined || next === SEARCHING) return;
  if (next.scope !== undefined) walk.records.push(newRecord(next.scope, fileLine));
  else if (next.isWanted) keepCurrency(walk, next, tag);
}

function enter(walk: Walk, name: string): Place {
  if (walk.places.length === 0 && name.toLowerCase() === 'html') throw noMessage('line 1');
  const parent = walk.places.length === 0 ? SEARCHING : walk.places.at(-1);
  if (parent !== SEARCHING) return parent?.children.get(name);
  const message = MESSAGES.get(name.replace(/V\d\d$/, ''));
  if (message === undefined) return SEARCHING;
  walk.format ??= message.format;
  return message.node;
}

function keepCurrency(walk: Walk, { key }: PathNode, tag: SaxesTagPlain): void {
  const currency = tag.attributes['Ccy'];
  const record = walk.records.at(-1);
  if (currency !== undefined && record !== undefined) {
    addText(record, currencyKey(key), currency);
  }
}

function keepText(walk: Walk, text: string): void {
  const place = walk.places.at(-1);
  if (typeof place !== 'object' || !place.isWanted) return;
  if (walk.text.length <= FIELD_LENGTH_MAX) walk.text += text;
}

function closeElement(walk: Walk, collector: StatementCollector): void {
  const place = walk.places.pop();
  if (place === undefined || place === SEARCHING) return;
  const record = walk.records.at(-1);
  if (record === undefined) return;
  if (place.isWanted) closeText(walk, record, place.key);
  if (place.scope === undefined) return;
  walk.records.pop();
  const parent = walk.records.at(-1);
  if (record.scope === 'statement') collector.closeStatement(record);
  else if (parent !== undefined && record.scope === 'entry') collector.addEntry(parent, record);
  else if (parent !== undefined) addChild(parent, record);
}

function closeText(walk: Walk, record: CamtRecord, key: string): void {
  const text = walk.text.trim();
  walk.text = '';
  if (text.length > FIELD_LENGTH_MAX) record.overlong = key;
  else if (text !== '') addText(record, key, detach(text));
}

function addChild(parent: CamtRecord, child: CamtRecord): void {
  if (parent.children.length >= DETAILS_PER_LINE_MAX) {
    throw new FileFault({
      code: 'STATEMENT_TOO_LARGE',
      place: `line ${child.fileLine}`,
      detail: `One entry has more than ${DETAILS_PER_LINE_MAX} details.`,
    });
  }
  parent.children.push(child);
}

/** An error at the end of the bytes means a truncated file, because everything before was well-formed. */
function endDocument(parser: SaxesParser<ParserOptions>, byteLength: number): void {
  parser.on('error', () => {
    throw new FileFault({
      code: 'STATEMENT_TRUNCATED',
      place: `byte ${byteLength}, line ${parser.line}`,
      detail: 'The file ends before its last element is closed.',
    });
  });
  parser.close();
}

function finish(
  walk: Walk,
  collector: StatementCollector,
): Extract<ReadStatementResult, { kind: 'read' }> {
  const { statements, refused } = collector.result();
  if (walk.format === undefined) throw noMessage('line 1');
  if (statements.length === 0) {
    throw new FileFault({
      code: 'STATEMENT_EMPTY',
      place: 'line 1',
      detail: 'The message holds no statement.',
    });
  }
  return { kind: 'read', format: walk.format, statements, refused };
}

function noMessage(place: string): FileFault {
  return new FileFault({
    code: 'STATEMENT_FORMAT_UNKNOWN',
    place,
    detail: 'The file holds no camt.052, camt.053 or camt.054 message.',
  });
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
