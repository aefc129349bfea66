/** The first bytes of a file of this format. */
const BYTES: readonly (readonly [name: string, begin: string])[] = [
  ['PDF', '%PDF-'],
  ['an Excel or other ZIP file', 'PK\u0003\u0004'],
  ['an old Excel file', '\u00d0\u00cf\u0011\u00e0'],
  ['a gzip file', '\u001f\u008b'],
  ['a picture', '\u0089PNG'],
  ['a picture', '\u00ff\u00d8\u00ff'],
  ['RTF', '{\\rtf'],
];

/** Pattern of its text. The first pattern that matches gives the name. */
const SIGNS: readonly (readonly [name: string, sign: RegExp])[] = [
  ['an HTML page', /^\s*(?:<!doctype html|<html)/i],
  ['OFX', /^\s*(?:OFXHEADER|<\?OFX|<OFX>|<\?xml[^>]*>\s*<(?:\?OFX|OFX))/i],
  ['MT942', /(?:\{2:[IO]942|^:34F:)/m],
  ['MT950', /\{2:[IO]950/],
  ['MT940', /(?:\{2:[IO]940|^:60[FM]:|^:20:[\s\S]*^:25P?:)/m],
  ['BAI2', /^\s*01,[^,\r\n]*,[^,\r\n]*,\d{6},/],
  ['QIF', /^\s*!(?:Type|Account|Option)/i],
  ['CODA', /^0000\d{11}05/],
  ['JSON', /^\s*[[{]\s*["{[\]}]/],
];

/** The message of an ISO 20022 file, by its namespace. */
const ISO_MESSAGE = /urn:iso:std:iso:20022:tech:xsd:(?<message>[a-z]{4}\.\d{3})/;
const ISO_MESSAGE_IN_SHORT =
  /xmlns(?::\w+)?\s*=\s*["'][^"']*\b(?<message>(?:acmt|admi|camt|pacs|pain|sese|semt)\.\d{3})\b/;

/**
 * The display name of the format that a file's beginning looks like, read or not; undefined when unknown, or camt. `head` has one character
 * per byte.
 */
export function nameFormat(head: string): string | undefined {
  const message = (ISO_MESSAGE.exec(head) ?? ISO_MESSAGE_IN_SHORT.exec(head))?.groups?.['message'];
  if (message !== undefined && !READ_MESSAGES.includes(message)) return message;
  const begin = head.replace(BYTE_ORDER_MARK, '');
  const byBytes = BYTES.find(([, bytes]) => head.startsWith(bytes));
  return (byBytes ?? SIGNS.find(([, sign]) => sign.test(begin)))?.[0];
}

/** As single characters, after the zero bytes of UTF-16 were left out. */
const BYTE_ORDER_MARK = /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/;

const READ_MESSAGES: readonly string[] = ['camt.052', 'camt.053', 'camt.054'];
