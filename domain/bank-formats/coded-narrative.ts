import type { Narrative } from './told-payment.js';
import { joinPieces, readTaggedText } from './tagged-text.js';

/** `166?00SEPA…?20…`: three digits (GVC), then a sign that separates; or `?20` at once. */
const BEGIN = /^(?<code>\d{3})?(?<sign>[?<>^~|#@+])(?=\d{2})/;

/** Of signs that a text may begin with as well, so many fields prove that they separate. */
const FIELDS_MIN = 2;

/** Fields of the format (DK, Anlage 3): booking text, batch, purpose, bank, account, name, purpose again. */
const FIELDS = '00|10|2[0-9]|3[0-4]|38|6[0-3]';

/**
 * The codes of German banks, `?20` to `?63`; undefined when the text has none. A sign before other digits is text. Line
 * ends are no part of the content.
 */
export function readCodedNarrative(
  lines: readonly string[],
): (Partial<Narrative> & { text: string }) | undefined {
  const content = lines.join('');
  const begin = BEGIN.exec(content)?.groups;
  if (begin === undefined) return undefined;
  const { code, sign = '' } = begin;
  const fields = fieldsOf(content.slice((code ?? '').length), sign);
  if (fields.length < (sign === '?' ? 1 : FIELDS_MIN)) return undefined;
  const of = (isWanted: (key: string) => boolean): readonly string[] =>
    fields.filter(({ key }) => isWanted(key)).map(({ value }) => value);
  const purpose = readTaggedText(of((key) => key.startsWith('2') || key.startsWith('6')));
  const one = (...keys: readonly string[]): string | undefined => {
    const value = joinPieces(of((key) => keys.includes(key)));
    return value === '' ? undefined : value;
  };
  return {
    ...purpose,
    code,
    payerName: one('32', '33'),
    payerAccount: one('31') ?? one('38') ?? purpose.payerAccount,
    text: purpose.text === '' ? (one('00') ?? '') : purpose.text,
  };
}

type Field = Readonly<{ key: string; value: string }>;

function fieldsOf(content: string, sign: string): readonly Field[] {
  const escaped = sign.replaceAll(/[\\^$.*+?()[\]{}|-]/g, String.raw`\$&`);
  const [, ...parts] = content.split(new RegExp(`${escaped}(${FIELDS})`));
  return parts.flatMap((key, index) =>
    index % 2 === 0 ? [{ key, value: parts[index + 1] ?? '' }] : [],
  );
}
