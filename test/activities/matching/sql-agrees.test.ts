import fc from 'fast-check';
import { foldLookAlikes, referenceKey } from '../../../domain/matching/reference-key.js';
import { normaliseAccount } from '../../../domain/statement/text.js';
import { useEmptyBooks } from '../../support/empty-books.js';

const empty = useEmptyBooks('owner');

/** What document numbers, references and accounts are made of. */
const printable = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  maxLength: 40,
});

describe('SQL and the rules', () => {
  it('compare references in the same form', async () => {
    const texts = [
      'INV/NSA/2026/000017-3',
      '2610 0000 0017',
      'BILLS',
      ...fc.sample(printable, 300),
    ];
    const rows = await empty().database.prisma.$queryRaw<{ text: string; key: string }[]>`
      SELECT t AS text, folded_reference_key(t) AS key FROM unnest(${texts}::text[]) t`;
    expect(rows).toEqual(texts.map((text) => ({ text, key: foldLookAlikes(referenceKey(text)) })));
  });

  it('compare accounts in the same form', async () => {
    const texts = ['123-456 78', 'id 12.34', ...fc.sample(printable, 300)];
    const rows = await empty().database.prisma.$queryRaw<{ text: string; key: string | null }[]>`
      SELECT t AS text, account_key(t) AS key FROM unnest(${texts}::text[]) t`;
    expect(rows).toEqual(texts.map((text) => ({ text, key: normaliseAccount(text) || null })));
  });
});
