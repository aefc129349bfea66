import { ERRORS } from '../../contract/errors.js';
import { inOneWay } from '../../web/src/ui/format.js';
import { REFUSALS, refusalIn } from '../../web/src/words/refusal.js';

const codes = Object.keys(ERRORS);

describe('what the API refuses', () => {
  it.each(codes)('%s is said in Indonesian, as a sentence of its own', (code) => {
    expect(REFUSALS[code]).toMatch(/^[A-Z].+[.]$/);
  });

  it('has no words for what the API never says', () => {
    expect(Object.keys(REFUSALS).filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('is the detail of the API on an English page', () => {
    const problem = { status: 409, code: 'MASTER_CHANGE_STALE', title: '', detail: 'It changed.' };
    expect(refusalIn('en', problem)).toBe('It changed.');
    expect(refusalIn('id', problem)).toMatch(/^Yang hendak diubah sudah berubah/);
  });

  it('keeps amounts and fields that the API names', () => {
    const short = {
      status: 422,
      code: 'PROMISE_BELOW_MINIMUM',
      title: '',
      detail: 'At least Rp968,500 of it.',
    };
    expect(refusalIn('id', short)).toBe('Yang dijanjikan terlalu sedikit. (Rp968.500)');
    const field = { status: 400, code: 'FIELD_INVALID', title: '', detail: 'x', param: 'email' };
    expect(refusalIn('id', field)).toBe('Ada isian yang bentuknya salah. (email)');
  });
});

describe('money in sentences of the API', () => {
  it.each([
    ['Pay Rp968,500 now', 'Pay Rp968.500 now'],
    ['IDR 123 is overdue', 'Rp123 is overdue'],
    ['IDR 1250000 is overdue', 'Rp1.250.000 is overdue'],
    ['at most 5000000 IDR by qris', 'at most Rp5.000.000 by qris'],
    ['Rp1.250.000 stays', 'Rp1.250.000 stays'],
    ['-Rp5,000', '-Rp5.000'],
    ['USD 12.50 is not ours to change', 'USD 12.50 is not ours to change'],
  ])('%j is shown as %j', (said, shown) => {
    expect(inOneWay(said)).toBe(shown);
  });
});
