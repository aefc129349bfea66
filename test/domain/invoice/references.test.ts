import fc from 'fast-check';
import { AssertionFailure } from '../../../domain/assert.js';
import { dammDigit, hasValidDammDigit } from '../../../domain/invoice/damm.js';
import { parseDocumentNumber } from '../../../domain/invoice/document-number.js';
import {
  formatReference,
  isValidReference,
  normaliseReference,
} from '../../../domain/invoice/payment-reference.js';
import { documentNumber, paymentReference } from '../../oracle/invoice/numbers.js';

const runs = { numRuns: 1000 };

describe("Damm's check digit", () => {
  it('is 4 for 572, as in the thesis', () => {
    expect(dammDigit('572')).toBe('4');
    expect(hasValidDammDigit('5724')).toBe(true);
    expect(hasValidDammDigit('5734')).toBe(false);
  });

  it('is computed over digits only, and proves nothing by itself', () => {
    expect(() => dammDigit('57a')).toThrow(AssertionFailure);
    expect(() => dammDigit('')).toThrow(AssertionFailure);
    expect(['', '0', '57a4', '١٢'].map(hasValidDammDigit)).toEqual([false, false, false, false]);
  });
});

describe('a payment reference', () => {
  it('is series, number and check digit', () => {
    expect(paymentReference('2601', 123n)).toBe('2601000001239');
    expect(isValidReference('2601000001239')).toBe(true);
  });

  it('is recognised with the separators that customers put in', () => {
    const printed = formatReference('2601000001239');
    expect(printed).toBe('2601 0000 0123 9');
    expect(
      [printed, '2601-0000-0123-9', '2601.00000123.9', ' 2601000001239\n'].map(isValidReference),
    ).toEqual([true, true, true, true]);
    expect(normaliseReference('2601/0000 0123 9')).toBe('2601000001239');
  });

  it.each([
    '',
    '0',
    '7',
    '0000000000000',
    '260100000123',
    '26010000012390',
    'INV/JKT/2026/000123-4',
    '260100000123O',
  ])('is not %j', (text) => expect(isValidReference(text)).toBe(false));

  it('betrays every wrong digit', () => {
    fc.assert(
      fc.property(references(), (reference) => {
        expect(wrongDigitsOf(reference).filter(isValidReference)).toEqual([]);
      }),
      runs,
    );
  });

  it('betrays every swap of neighbours', () => {
    fc.assert(
      fc.property(references(), (reference) => {
        expect(swapsOf(reference).filter(isValidReference)).toEqual([]);
      }),
      runs,
    );
  });

  it('belongs to one series and number only', () => {
    const all = ['2601', '2602', '2701'].flatMap((series) =>
      Array.from({ length: 500 }, (_, index) => paymentReference(series, BigInt(index + 1))),
    );
    expect(new Set(all).size).toBe(all.length);
    expect(all.every(isValidReference)).toBe(true);
  });

  it.each([
    ['0601', 1n],
    ['2', 1n],
    ['INV', 1n],
    ['2601', 0n],
    ['2601', 100_000_000n],
  ])('is never made of series %s and number %s', (series, number) => {
    expect(() => paymentReference(series, number)).toThrow(AssertionFailure);
  });
});

describe('a document number', () => {
  it('reads like INV/JKT/2026/000123 with a check digit', () => {
    const number = documentNumber({ series: 'INV/JKT/2026', sequence: 123n });
    expect(number).toBe('INV/JKT/2026/000123-9');
    expect(documentNumber({ series: 'CN/JKT/2026', sequence: 123n })).not.toContain('-9');
    expect(parseDocumentNumber(number)).toEqual({ series: 'INV/JKT/2026', sequence: 123n });
  });

  it('is found in small letters, and not found in what only looks alike', () => {
    const number = documentNumber({ series: 'INV/JKT/2026', sequence: 1_234_567n });
    expect(parseDocumentNumber(` ${number.toLowerCase()} `)?.sequence).toBe(1_234_567n);
    const others = [
      '',
      'INV/JKT/2026/000123',
      'INV JKT 2026 000123-4',
      'INV/JKT/2026/123-4',
      '/000123-4',
    ];
    expect(others.map(parseDocumentNumber)).toEqual(others.map(() => undefined));
  });

  it('betrays every wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(sequences(), (sequence) => {
        const number = documentNumber({ series: 'INV/JKT/2026', sequence });
        const mistyped = [...wrongDigitsOf(number), ...swapsOf(number)];
        expect(mistyped.filter((text) => parseDocumentNumber(text) !== undefined)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('has a series in capitals and a sequence from 1', () => {
    expect(() => documentNumber({ series: 'inv/jkt', sequence: 1n })).toThrow(AssertionFailure);
    expect(() => documentNumber({ series: 'INV/JKT/2026', sequence: 0n })).toThrow(
      AssertionFailure,
    );
  });
});

function references(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.integer({ min: 1_000, max: 9_999 }), fc.bigInt({ min: 1n, max: 99_999_999n }))
    .map(([series, number]) => paymentReference(String(series), number));
}

function sequences(): fc.Arbitrary<bigint> {
  return fc.bigInt({ min: 1n, max: 99_999_999n });
}

function wrongDigitsOf(text: string): string[] {
  return Array.from(text).flatMap((digit, at) =>
    /\d/.test(digit)
      ? Array.from('0123456789')
          .filter((other) => other !== digit)
          .map((other) => text.slice(0, at) + other + text.slice(at + 1))
      : [],
  );
}

function swapsOf(text: string): string[] {
  return Array.from(text).flatMap((digit, at) => {
    const next = text[at + 1] ?? '';
    return /^\d\d$/.test(digit + next) && digit !== next
      ? [text.slice(0, at) + next + digit + text.slice(at + 2)]
      : [];
  });
}
