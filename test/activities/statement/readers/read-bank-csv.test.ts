import fc from 'fast-check';
import { readStatement } from '../../../../activities/statement/readers/read-statement.js';
import { KNOWN_BANKS } from '../../../../domain/bank-csv/banks.js';
import { judgeFile } from '../../../../domain/statement/judge-file.js';
import { corpusOf, readAsOurs } from '../../../support/bank-corpus.js';
import { ACCOUNT } from '../../../support/bank-files.js';
import { damagedFiles, expectTruth } from '../../../support/damaged-files.js';
import { bytesOf } from './reading.js';

const corpus = new Map(corpusOf('csv').map(({ name, bytes }) => [name, bytes]));

const file = (name: string): Uint8Array => {
  const bytes = corpus.get(name);
  if (bytes === undefined) throw new Error(`no file ${name}`);
  return bytes;
};

describe('reading the CSV of a bank', () => {
  it('knows every bank from a file of its own', () => {
    const formats = [...corpus.values()].map((bytes) => {
      const result = readAsOurs(bytes);
      return result.kind === 'read' ? result.format : result.code;
    });
    for (const { id } of KNOWN_BANKS) expect(formats).toContain(`csv:${id}`);
  });

  it('says at which row the balances do not follow', () => {
    const result = readAsOurs(file('bri-cms-row-missing.csv'));
    if (result.kind !== 'read') throw new Error(result.detail);
    const accounts = [{ id: 'a', number: ACCOUNT, currency: 'IDR' }];
    expect(judgeFile(result.statements, { accounts, expectedId: undefined })).toMatchObject({
      kind: 'refused',
      code: 'STATEMENT_DOES_NOT_FOOT',
      detail: expect.stringContaining('The balance at line 4 is 1350, and not 1300.'),
    });
  });

  it('takes the account of the sender where the file names none, and needs it', () => {
    const bytes = file('bni-without-balance.csv');
    expect(readAsOurs(bytes)).toMatchObject({ statements: [{ accountId: ACCOUNT }] });
    expect(readStatement(bytes)).toMatchObject({ code: 'STATEMENT_ACCOUNT_MISSING' });
  });

  it('says which column moved', () => {
    expect(readAsOurs(file('bca-columns-moved.csv'))).toMatchObject({
      place: 'line 3, column 3',
      detail: 'Jumlah stands behind Cabang in files of BCA.',
    });
  });

  it('asks a person where files of two banks look alike', () => {
    const profiles = KNOWN_BANKS.flatMap((one) =>
      one.id === 'bni' ? [one, { ...one, id: 'bni-two', bankName: 'Bank Dua' }] : [],
    );
    expect(readStatement(file('bni-latest-first.csv'), { profiles })).toMatchObject({
      code: 'STATEMENT_BANK_UNCLEAR',
      detail: 'Files of several banks look like this one: BNI (bni), Bank Dua (bni-two).',
    });
  });

  it('does not read minus signs, brackets or words in a column of debits', () => {
    const written = (debit: string): Uint8Array =>
      bytesOf(
        `Account No : ${ACCOUNT}\nPosting Date,Eff Date,Transaction Desc,Debit,Credit,Balance\n` +
          `02/03/2026,02/03/2026,A,${debit},,900\n02/03/2026,02/03/2026,B,10,,890\n`,
      );
    for (const debit of ['-100', '(100)', 'seratus', '1e2', '100-']) {
      expect(readAsOurs(written(debit))).toMatchObject({ refused: [{ place: 'line 3' }] });
    }
  });

  it('ends with coded answers whatever happens to a file', () => {
    fc.assert(
      fc.property(damagedFiles([...corpus.values()]), (bytes) => expectTruth(readAsOurs(bytes))),
      { numRuns: 2_000 },
    );
  });
});
