import fc from 'fast-check';
import { parseStrictJson, type Json } from '../../contract/strict-json.js';
import { Refusal } from '../../domain/refusal.js';
import { refusalOf } from '../support/refusal-of.js';

describe('parseStrictJson', () => {
  it('reads what JSON.parse reads', () => {
    const documents = fc.jsonValue({ depthSize: 'medium', maxDepth: 8 }).filter(isHarmless);
    fc.assert(
      fc.property(documents, fc.constantFrom(0, 2), (value, indent) => {
        const source = JSON.stringify(value, null, indent);
        expect(parseStrictJson(source)).toEqual(JSON.parse(source));
      }),
    );
  });

  it('reads every escape', () => {
    const source = String.raw`"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"`;
    expect(parseStrictJson(source)).toBe('"\\/\b\f\n\r\té😀');
  });

  const REFUSED: readonly [string, number][] = [
    ['', 0],
    ['{', 1],
    ['{"a"}', 4],
    ['{"a":1,}', 7],
    ['[1,]', 3],
    ['[1 2]', 3],
    ['01', 1],
    ['1.', 1],
    ['+1', 0],
    ['.5', 0],
    ['nul', 0],
    ['"a', 2],
    ['"\t"', 1],
    [String.raw`"\x"`, 2],
    [String.raw`"\u12"`, 3],
    ['{"a":1,"a":2}', 7],
    ['{"__proto__":1}', 1],
    ['9007199254740993', 0],
    ['-1e400', 0],
    ['[true]x', 6],
    ['"\u0000"', 1],
    [String.raw`["\u0000"]`, 1],
    [String.raw`["\udc00"]`, 1],
    ['['.repeat(33), 32],
  ];

  it.each(REFUSED)('refuses %s at character %i', (source, position) => {
    expect(refusalOf(() => parseStrictJson(source))).toMatchObject({
      code: 'JSON_MALFORMED',
      param: `at ${position}`,
    });
  });

  it('never throws anything but its refusal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (source) => {
        expect(['read', 'JSON_MALFORMED']).toContain(outcomeOf(source));
      }),
    );
  });

  it('reads a hundred thousand brackets without exhausting the stack', () => {
    expect(refusalOf(() => parseStrictJson('['.repeat(100_000))).code).toBe('JSON_MALFORMED');
  });
});

function outcomeOf(source: string): string {
  try {
    parseStrictJson(source);
    return 'read';
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
}

/** Without what this reader refuses on purpose. */
function isHarmless(value: unknown): value is Json {
  const source = JSON.stringify(value);
  return !/__proto__|\\u0000|\\ud[89a-f]/i.test(source) && !/\d{16}|[eE][+-]?\d/.test(source);
}
