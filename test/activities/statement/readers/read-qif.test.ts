import fc from 'fast-check';
import { readStatement } from '../../../../activities/statement/readers/read-statement.js';
import { day } from '../../../support/bank-files.js';
import { damagedFiles, expectTruth } from '../../../support/damaged-files.js';
import { bytesOf } from './reading.js';

const ours = {
  ownAccountOf: () => ({ currency: 'IDR', zone: 'Asia/Jakarta' }),
  namedAccount: '0081234567',
};

const file = (...records: readonly string[]): Uint8Array =>
  bytesOf(`!Type:Bank\r\n${records.map((one) => `${one}\r\n^\r\n`).join('')}`);

const SURE = 'D25/03/2026\r\nT1\r\nPPT Pasti';

describe('reading QIF', () => {
  it.each([
    ['D02/03/2026', '2026-03-02'],
    ["D2/ 3'26", '2026-03-02'],
    ['D02.03.26', '2026-03-02'],
    ['D2026-03-02', '2026-03-02'],
  ])('reads %s by the order that another date of the file proves', (written, on) => {
    const bytes = file(SURE, `${written}\r\nT150,000.00\r\nPPT Kedai Contoh\r\nMFaktur`);
    expect(readStatement(bytes, ours)).toMatchObject({
      format: 'qif',
      statements: [
        {
          accountId: '0081234567',
          currency: 'IDR',
          lines: [
            {},
            {
              amount: 150_000n,
              payerName: 'PT Kedai Contoh',
              text: 'Faktur',
              bookingDate: day(on),
            },
          ],
        },
      ],
    });
  });

  it.each<readonly [string, Uint8Array, string]>([
    ['dates that can be two days', file('D02/03/2026\r\nT1'), 'STATEMENT_DATES_AMBIGUOUS'],
    ['dates in two orders', file(SURE, 'D03/25/2026\r\nT1'), 'STATEMENT_DATES_AMBIGUOUS'],
    ['a record without its end', bytesOf('!Type:Bank\nD25/03/2026\nT1\n'), 'STATEMENT_TRUNCATED'],
    ['investments', bytesOf('!Type:Invst\nD25/03/2026\n^\n'), 'STATEMENT_EMPTY'],
  ])('is refused, never guessed: %s', (_, bytes, code) => {
    expect(readStatement(bytes, ours)).toMatchObject({ kind: 'refused', code });
  });

  it('needs the account of the sender, when it names none', () => {
    expect(readStatement(file(SURE))).toMatchObject({ code: 'STATEMENT_ACCOUNT_MISSING' });
  });

  it.each([
    ['D25/03/2026\r\nT1,234', 'LINE_AMOUNT_MALFORMED'],
    ['D25/03/2026\r\nT1e9', 'LINE_AMOUNT_MALFORMED'],
    ['D25/13/2026\r\nT1', 'LINE_DATE_MALFORMED'],
    ['D25/03/2026\r\nT1\r\nD25/03/2026\r\nT2', 'LINE_MALFORMED'],
    ['D25/03/2026\r\nT9007199254740993', 'LINE_AMOUNT_TOO_LARGE'],
  ])('refuses the record %j', (record, code) => {
    expect(readStatement(file(SURE, record), ours)).toMatchObject({ refused: [{ code }] });
  });

  it('ends with coded answers whatever happens to a file', () => {
    const whole = file(SURE, 'D26/03/2026\r\nT-2,500.00\r\nPBIAYA ADM');
    fc.assert(
      fc.property(damagedFiles([whole]), (bytes) => expectTruth(readStatement(bytes, ours))),
      { numRuns: 1_000 },
    );
  });
});
