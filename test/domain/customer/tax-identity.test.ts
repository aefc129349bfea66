import fc from 'fast-check';
import { readIdentityNumber, readTaxBranchNumber } from '../../../domain/customer/tax-identity.js';

describe('the identity number of a person', () => {
  it.each([
    ['3273014507900001', '3273014507900001'],
    ['3273 0105 0790 0001', '3273010507900001'],
    ['32.7301.050790.0001', '3273010507900001'],
  ])('%s is kept as %s', (written, kept) => {
    expect(readIdentityNumber(written)).toBe(kept);
  });

  it.each([
    ['0000000000000000', 'stands for nobody'],
    ['327301320790001', 'has 15 digits'],
    ['3273013207900001', 'is of the 32nd'],
    ['3273017207900001', 'is of a woman born on the 32nd'],
    ['3273010013900001', 'is of day 0'],
    ['3273010513900001', 'is of a 13th month'],
    ['3273010507900000', 'has no serial'],
    ['0973010507900001', 'is of no province'],
    ['327301050790000A', 'has a letter'],
    ['', 'is empty'],
  ])('%s %s', (written) => {
    expect(readIdentityNumber(written)).toBeUndefined();
  });
});

describe('the number of a place of business', () => {
  it('begins with the tax number that it is of', () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
    fc.assert(
      fc.property(digits(16), digits(16), digits(6), (own, other, place) => {
        expect(readTaxBranchNumber(`${own}.${place}`, own)).toBe(`${own}${place}`);
        fc.pre(own !== other);
        expect(readTaxBranchNumber(`${own}${place}`, other)).toBeUndefined();
        expect(readTaxBranchNumber(`${own}${place}`, undefined)).toBeUndefined();
      }),
    );
  });

  it('has 22 digits', () => {
    expect(readTaxBranchNumber('012345678901000000', '0123456789010000')).toBeUndefined();
  });
});
