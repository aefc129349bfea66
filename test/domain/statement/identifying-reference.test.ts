import { identifyingReference } from '../../../domain/statement/identifying-reference.js';

describe('a reference that identifies', () => {
  it('is compared without case and separators', () => {
    expect(identifyingReference(' bnc-2026/000123 ')).toBe('BNC2026000123');
  });

  it.each([
    [
      'NONREF',
      'NOTPROVIDED',
      'Not Provided',
      'not-provided',
      'NOTAVAILABLE',
      'N/A',
      'none',
      'NULL',
    ],
    ['0', '0000000000', '000-000', '9999999', 'XXXXXX', '-', '', 'NONREF000', 'Tidak ada'],
  ])('is none of what stands for "there is none": %s', (...placeholders) => {
    expect(placeholders.map((one) => identifyingReference(one))).toEqual(
      placeholders.map(() => undefined),
    );
  });
});
