import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { Refusal } from '../../../domain/refusal.js';

export type XmlVisitor = Readonly<{
  open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text: (text: string) => void;
  close: (name: string) => void;
}>;

/**
 * Characters of one text, tag or comment: a cell has 32,767 at most. The parser holds them until they end, and a part of a
 * kilobyte may unpack to a gigabyte of them.
 */
const HELD_LENGTH_MAX = 1024 * 1024;

/** Elements inside each other: a workbook needs about ten. */
const DEPTH_MAX = 64;

/**
 * Visits an XML text piece by piece; after each piece the caller gets a turn. Names are without their prefix.
 *
 * @throws Refusal `IMPORT_FILE_BROKEN` for what is no XML, has a document type, or what no workbook has: a text of some
 *   million characters, a hundred elements inside each other
 */
export async function* visitXml(
  bytes: AsyncIterable<Uint8Array>,
  visitor: XmlVisitor,
): AsyncGenerator<undefined> {
  const parser = new SaxesParser({});
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('doctype', () => {
    throw broken();
  });
  parser.on('error', () => {
    throw broken();
  });
  let [depth, heldLength] = [0, 0];
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    heldLength = 0;
    depth += 1;
    if (depth > DEPTH_MAX) throw broken();
    visitor.open(local(name), attributes);
  });
  parser.on('text', (text) => {
    heldLength = 0;
    visitor.text(text);
  });
  parser.on('closetag', ({ name }) => {
    heldLength = 0;
    depth -= 1;
    visitor.close(local(name));
  });
  const decoder = new TextDecoder();
  for await (const piece of bytes) {
    const text = decoder.decode(piece, { stream: true });
    heldLength += text.length;
    parser.write(text);
    if (heldLength > HELD_LENGTH_MAX) throw broken();
    yield undefined;
  }
}

function broken(): Refusal {
  const detail = 'A part of the workbook is not the XML that workbooks are made of.';
  return new Refusal({ code: 'IMPORT_FILE_BROKEN', param: 'file', detail });
}
