import { namesDiffer } from '../../../domain/statement/same-party.js';

describe('two names of a payer', () => {
  it.each([
    ['BUDI SANTOSO', 'Santoso, Budi'],
    ['PT KEDAI CONTOH', 'KEDAI CONTO'],
    ['BUDI', 'BUDI SANTOSO'],
    ['LI', 'Li'],
    [undefined, 'BUDI'],
    ['', 'BUDI'],
  ])('%p and %p may be the same', (a, b) => {
    expect(namesDiffer(a, b)).toBe(false);
    expect(namesDiffer(b, a)).toBe(false);
  });

  it.each([
    ['BUDI SANTOSO', 'SITI SANTOSO'],
    ['KEDAI CONTOH', 'WARUNG LAIN'],
    ['LI', 'WU'],
    ['LI', 'BUDI SANTOSO'],
  ])('%p and %p are different people', (a, b) => {
    expect(namesDiffer(a, b)).toBe(true);
    expect(namesDiffer(b, a)).toBe(true);
  });
});
