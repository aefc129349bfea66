import type { Narrative } from './told-payment.js';

/** Words that German and Austrian banks write before a value: `EREF+E2E-1`, `SVWZ: Rechnung 1`. */
const TAG =
  /(?:(?<plus>EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|IBAN|BIC|COAM|OAMT|PURP|RREF)\+|(?<=^|\s)(?<colon>EREF|KREF|MREF|CRED|SVWZ|IBAN|BIC):)\s*/g;

/** A text of this length was cut and goes on in the next one without a blank: `?20` to `?29` have 27 characters. */
const PIECE_LENGTH = 27;

type Piece = Readonly<{ text: string; isFull: boolean }>;

type Value = Readonly<{ tag: string; pieces: readonly Piece[] }>;

/** Reads the pieces of a text with such words; without any, all of it is the text. */
export function readTaggedText(pieces: readonly string[]): Partial<Narrative> & { text: string } {
  const values = valuesOf(pieces);
  const reference = (tag: string): string | undefined => {
    const some = values.find((value) => value.tag === tag)?.pieces ?? [];
    const found = some
      .map(({ text }) => text)
      .join('')
      .trim();
    return found === '' ? undefined : found;
  };
  const text = values
    .filter(({ tag }) => tag === '' || tag === 'SVWZ')
    .map((value) => join(value.pieces))
    .filter((one) => one !== '')
    .join(' ');
  const other = reference('KREF');
  return {
    endToEndReference: reference('EREF'),
    otherReferences: other === undefined ? [] : [other],
    payerAccount: reference('IBAN'),
    text,
  };
}

/** Full pieces go on without a blank. */
export function joinPieces(pieces: readonly string[]): string {
  return join(pieces.map((text) => ({ text, isFull: isFull(text) })));
}

function isFull(piece: string): boolean {
  return piece.length >= PIECE_LENGTH;
}

function join(pieces: readonly Piece[]): string {
  let joined = '';
  let goesOn = true;
  for (const piece of pieces) {
    joined += (goesOn ? '' : ' ') + piece.text;
    goesOn = piece.isFull;
  }
  return joined.replaceAll(/\s+/g, ' ').trim();
}

/** Each value goes on over pieces until the next word; what stands before the first word has no tag. */
function valuesOf(pieces: readonly string[]): readonly Value[] {
  const values: { tag: string; pieces: Piece[] }[] = [{ tag: '', pieces: [] }];
  const add = (text: string, isLast: boolean): void => {
    values.at(-1)?.pieces.push({ text, isFull: isLast });
  };
  for (const piece of pieces) {
    let from = 0;
    for (const found of piece.matchAll(TAG)) {
      const before = piece.slice(from, found.index);
      if (before !== '') add(before, false);
      const tag = found.groups?.['plus'] ?? found.groups?.['colon'] ?? '';
      values.push({ tag, pieces: [] });
      from = found.index + found[0].length;
    }
    add(piece.slice(from), isFull(piece));
  }
  return values;
}
