import fc from 'fast-check';
import { extractReferences } from '../../../domain/matching/extract-references.js';
import {
  foldLookAlikes,
  isDigitRich,
  referenceKey,
} from '../../../domain/matching/reference-key.js';
import { invoiceNumber, referenceOf } from './some-books.js';

const heads = new Set(['INV']);

function keysIn(text: string): readonly string[] {
  return extractReferences([text], heads).map(({ key }) => key);
}

describe('extractReferences', () => {
  it('finds a number of ours in any text around it', () => {
    const words = fc.stringMatching(/^[A-Za-z ,.()&]{0,30}$/);
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 999_999 }), words, (before, n, after) => {
        const invoice = invoiceNumber(n);
        expect(keysIn(`${before} ${invoice} ${after}`)).toContain(referenceKey(invoice));
        expect(keysIn(`${before} ${referenceOf(n)} ${after}`)).toContain(referenceOf(n));
      }),
    );
  });

  it('never glues digits of different words together', () => {
    const reference = referenceOf(1234);
    for (let cut = 1; cut < reference.length; cut += 1) {
      const [left, right] = [reference.slice(0, cut), reference.slice(cut)];
      if (cut % 4 === 0) continue;
      expect(keysIn(`${left} ${right}`)).not.toContain(reference);
      expect(keysIn(`${left}, ${right}`)).not.toContain(reference);
    }
  });

  it('joins the groups of four in which references are printed', () => {
    expect(keysIn(`ref ${referenceOf(5).replaceAll(/(.{4})(?=.)/g, '$1 ')}`)).toContain(
      referenceOf(5),
    );
  });

  it('keeps what was written, for the evidence', () => {
    const [candidate] = extractReferences([`x ${invoiceNumber(7).toLowerCase()} y`], heads).filter(
      ({ key }) => key === referenceKey(invoiceNumber(7)),
    );
    expect(candidate?.written).toBe(invoiceNumber(7));
  });

  it('takes time in proportion to the text, whatever the text', () => {
    const nasty = 'INV '.repeat(5_000) + '1111 '.repeat(5_000) + '-'.repeat(5_000);
    expect(extractReferences([nasty], heads).length).toBeLessThan(5_000);
  });
});

describe('look-alikes', () => {
  it('are read as digits only where most characters are digits', () => {
    expect(isDigitRich('26O1OOOO12345')).toBe(true);
    expect(isDigitRich('INVJKT20260001237')).toBe(true);
    expect(isDigitRich('BILLS')).toBe(false);
    expect(isDigitRich('ZOLLSTOCK1')).toBe(false);
  });

  it('fold to the same key as the digits they stand for', () => {
    expect(foldLookAlikes('26O1SB')).toBe('260158');
    expect(foldLookAlikes('INVJKT')).toBe('1NVJKT');
    expect(foldLookAlikes('123')).toBe('123');
  });
});
