import fc from 'fast-check';
import { parseStrictJson, UnreadableEntry, type Json } from '../../contract/strict-json.js';
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

describe('entries that are read apart', () => {
  const BAD: readonly string[] = [
    String.raw`{"cashier":"Sari \ud83d"}`,
    String.raw`{"name":"\u0000","a":[1,{"b":"] } , \" "}]}`,
    '{"a":1,"a":2}',
    '{"__proto__":{"a":[]}}',
    '[1e400,{"x":[]}]',
    '{"a":tru}',
    `${'['.repeat(50)}${']'.repeat(50)}`,
  ];

  it.each(BAD)('stand for themselves: %s spoils no other', (bad) => {
    const read = parseStrictJson(`{"n":1,"sales":[{"a":1}, ${bad} ,"]"],"z":[2]}`, 'sales');
    const { n, sales, z } = read as { n: Json; sales: readonly unknown[]; z: Json };
    expect([n, sales[0], sales[2], z, sales.length]).toEqual([1, { a: 1 }, ']', [2], 3]);
    expect(sales[1]).toBeInstanceOf(UnreadableEntry);
    expect(sales[1]).toMatchObject({ source: bad, refusal: { code: 'JSON_MALFORMED' } });
  });

  it.each(['{"sales":[{"a":"x]}', '{"sales":[{"a":\n}', '{"sales":[tru}', '{"sales":[1,,'])(
    'do not save a batch that has no end: %s',
    (source) => {
      expect(refusalOf(() => parseStrictJson(source, 'sales')).code).toBe('JSON_MALFORMED');
    },
  );

  it('are those of the named array only', () => {
    const source = '{"sales":{"sales":[1e400]}}';
    expect(refusalOf(() => parseStrictJson(source, 'sales')).code).toBe('JSON_MALFORMED');
    expect(refusalOf(() => parseStrictJson('{"other":[1e400]}', 'sales')).code).toBe(
      'JSON_MALFORMED',
    );
  });
});
