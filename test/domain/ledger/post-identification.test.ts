import { entriesForIdentification } from '../../../domain/ledger/post-identification.js';
import { toPostedLines } from '../../../domain/ledger/journal.js';

const STORE = { storeId: '019ab3c4-0000-7000-8000-000000000001' };
const posted = (before: bigint, after: bigint) => {
  const whole = (tax: bigint) => ({ taxCode: 'X', taxBase: 111_000n - tax, tax });
  const lines = entriesForIdentification({ before: whole(before), after: whole(after) }, STORE);
  return toPostedLines(lines).map(({ account, amount }) => `${account} ${amount}`);
};

describe('entriesForIdentification', () => {
  it('takes the revenue out and puts it in again', () => {
    expect(posted(11_000n, 11_000n)).toEqual(['4110 100000', '4110 -100000']);
  });

  it('gives tax that is none to revenue, and takes what is owed from it', () => {
    expect(posted(11_000n, 0n)).toEqual(['4110 100000', '2310 11000', '4110 -111000']);
    expect(posted(0n, 11_000n)).toEqual(['4110 111000', '2310 -11000', '4110 -100000']);
  });
});
