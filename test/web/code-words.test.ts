import { readFileSync } from 'node:fs';
import { Prisma } from '../../prisma/generated/client.js';
import { detailIn } from '../../web/src/words/detail-words.js';
import { FIELD_WORDS } from '../../web/src/words/field-words.js';

const WRITERS = [
  'prisma/functions/stock/stock_shortage.sql',
  'prisma/functions/sale/issue_identified_goods.sql',
];
/** Named by nobody on a page: they identify a row. */
const KEYS: readonly string[] = ['id', 'version'];

describe('what the books note', () => {
  it.each(WRITERS)('is said in Indonesian as %s writes it', (file) => {
    const format = /format\('(?<text>%s: %s %s sold, %s there)'/.exec(readFileSync(file, 'utf8'));
    const values = ['TEH-01', '29', 'pcs', '22'];
    const noted = format?.groups?.['text']?.replaceAll('%s', () => values.shift() ?? '') ?? '';
    expect(detailIn('id', noted)).toBe('TEH-01: terjual 29 pcs, ada 22');
    expect(detailIn('en', noted)).toBe('TEH-01: 29 pcs sold, 22 there');
  });

  it('names a line of a file in the language of the page, and leaves other words alone', () => {
    expect(detailIn('id', 'line 9, line 12')).toBe('baris 9, baris 12');
    expect(detailIn('en', 'line 9')).toBe('line 9');
    expect(detailIn('id', 'Toko {1} online 9')).toBe('Toko {1} online 9');
  });
});

describe('the fields of a change that two people make', () => {
  const fields = Object.keys(Prisma.DunningPolicyScalarFieldEnum).filter(
    (field) => !KEYS.includes(field),
  );
  it.each(fields)('of a policy: %s has a name in both languages', (field) => {
    expect(FIELD_WORDS[field]).toEqual({
      en: expect.stringMatching(/^[A-Z]/),
      id: expect.stringMatching(/^[A-Z]/),
    });
  });
});
