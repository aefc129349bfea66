import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { Refusal } from '../../../domain/refusal.js';

export type XmlVisitor = Readonly<{
  open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text: (text: string) => void;
  close: (name: string) => void;
}>;

/**
 * Visits an XML text piece by piece; after each piece the caller gets a turn. Names are without their prefix.
 *
 * @throws Refusal `IMPORT_FILE_BROKEN` for what is no XML, or has a document type
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
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) =>
    visitor.open(local(name), attributes),
  );
  parser.on('text', visitor.text);
  parser.on('closetag', ({ name }) => visitor.close(local(name)));
  const decoder = new TextDecoder();
  for await (const piece of bytes) {
    parser.write(decoder.decode(piece, { stream: true }));
    yield undefined;
  }
}

function broken(): Refusal {
  const detail = 'A part of the workbook is not the XML that workbooks are made of.';
  return new Refusal({ code: 'IMPORT_FILE_BROKEN', param: 'file', detail });
}
