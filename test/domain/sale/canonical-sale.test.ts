import fc from 'fast-check';
import { AssertionFailure } from '../../../domain/assert.js';
import { canonicalSale, type Json } from '../../../domain/sale/canonical-sale.js';

describe('canonicalSale', () => {
  it('sorts the fields at every level and leaves the order of lists alone', () => {
    const body = {
      tenders: [
        { type: 'cash', amount: '2' },
        { amount: '1', type: 'qris' },
      ],
      lines: [],
    };
    expect(canonicalSale(body)).toBe(
      '{"lines":[],"tenders":[{"amount":"2","type":"cash"},{"amount":"1","type":"qris"}]}',
    );
  });

  it('is the same for a body whose fields came in another order', () => {
    fc.assert(
      fc.property(bodies(), (body) => {
        const text = canonicalSale(body);
        expect(canonicalSale(withFieldsTurned(body))).toBe(text);
        expect(canonicalSale(JSON.parse(JSON.stringify(body, undefined, 2)) as Json)).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it('loses nothing: it reads back as what was sent', () => {
    fc.assert(
      fc.property(bodies(), (body) => {
        expect(JSON.parse(canonicalSale(body))).toEqual(JSON.parse(JSON.stringify(body)));
      }),
      { numRuns: 1000 },
    );
  });

  it('tells "1" from "1.0" and from 1, and a missing field from null', () => {
    const texts = [{ q: '1' }, { q: '1.0' }, { q: 1 }, { q: null }, {}].map(canonicalSale);
    expect(new Set(texts).size).toBe(texts.length);
    expect(canonicalSale({ q: undefined })).toBe('{}');
  });

  it('sorts by UTF-16 units as RFC 8785 does, and writes lone surrogates escaped', () => {
    expect(canonicalSale({ '\u20ac': 1, '\r': 2, '1': 3, '\u{1f600}': 4, '\ufb33': 5 })).toBe(
      '{"\\r":2,"1":3,"\u20ac":1,"\u{1f600}":4,"\ufb33":5}',
    );
    expect(canonicalSale(['\ud800'])).toBe('["\\ud800"]');
  });

  it('treats what JSON cannot hold, and what is nested without end, as a bug', () => {
    let nested: Json = 'bottom';
    for (let depth = 0; depth < 40; depth += 1) nested = [nested];
    const wrong = [nested, Number.NaN, Infinity, undefined as unknown as Json];
    for (const body of wrong) expect(() => canonicalSale(body)).toThrow(AssertionFailure);
    expect(() => canonicalSale(1n as unknown as Json)).toThrow(TypeError);
  });
});

function bodies(): fc.Arbitrary<Json> {
  return fc.jsonValue({ maxDepth: 5 }).map((value) => value as Json);
}

function withFieldsTurned(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => withFieldsTurned(item));
  if (typeof value !== 'object' || value === null) return value;
  const turned = Object.entries(value).toReversed();
  return Object.fromEntries(
    turned.map(([name, field]) => [name, field === undefined ? field : withFieldsTurned(field)]),
  );
}
