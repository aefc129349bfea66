import fc from 'fast-check';
import { readStatement } from '../../../../activities/statement/readers/read-statement.js';
import { differencesOf } from '../../../../domain/statement/declared-figures.js';
import { checkFooting } from '../../../../domain/statement/footing.js';
import { camtEntry, camtStatement } from '../../../support/bank-files.js';
import { corpusOf } from '../../../support/bank-corpus.js';
import { damagedFiles, expectTruth } from '../../../support/damaged-files.js';
import { writeBai2, type Bai2Style } from '../../../support/write-bai2.js';
import { bytesOf, linesOf, statementsOf, textOf } from './reading.js';

const written = (style: Bai2Style = {}): Uint8Array =>
  writeBai2(camtStatement({ entries: [camtEntry(), camtEntry({ amount: -2_500n })] }), style);

const changed = (from: string | RegExp, to: string): Uint8Array =>
  bytesOf(textOf(written()).replace(from, to));

describe('reading BAI2', () => {
  it.each(['lines', 'packed'] as const)('gives what the bank wrote, as %s', (layout) => {
    const bytes = written({ layout });
    const statements = statementsOf(bytes);
    expect(statements.map(checkFooting)).toEqual([{ kind: 'foots' }]);
    expect(statements.map(differencesOf)).toEqual([[]]);
    expect(linesOf(bytes)).toMatchObject([
      { amount: 150_000n, bankReference: 'BNC0001', text: 'Pembayaran faktur PT Kedai Contoh' },
      { amount: -2_500n },
    ]);
  });

  it('reads packed files of many records, whatever the length of their line', () => {
    const entries = Array.from({ length: 5_000 }, (_, index) =>
      camtEntry({ amount: BigInt(index + 1) }),
    );
    const bytes = writeBai2(camtStatement({ entries }), { layout: 'packed' });
    expect(linesOf(bytes)).toHaveLength(5_000);
  });

  it('keeps what looks like a record inside the text of a file with one record a line', () => {
    expect(linesOf(changed('faktur', 'faktur 12/16,475,900,0 lama'))[0]).toMatchObject({
      text: 'Pembayaran faktur 12/16,475,900,0 lama PT Kedai Contoh',
    });
  });

  it('lets interim groups stand beside the statements', () => {
    expect(readStatement(written({ interim: true }))).toMatchObject({ format: 'bai2-interim' });
  });
});

describe('hostile BAI2', () => {
  it.each<readonly [string, Uint8Array, string]>([
    [
      'an amount beyond 2^53',
      changed('16,165,15000000', '16,165,900719925474099300'),
      'LINE_AMOUNT_TOO_LARGE',
    ],
    [
      'an amount of a million digits',
      changed('16,165,15000000', `16,165,${'9'.repeat(1_000_000)}`),
      'LINE_FIELD_TOO_LONG',
    ],
    [
      'an amount with a sign',
      changed('16,165,15000000', '16,165,-15000000'),
      'LINE_AMOUNT_MALFORMED',
    ],
    ['a text of 10 MB', changed('faktur', 'x'.repeat(10_000_000)), 'LINE_FIELD_TOO_LONG'],
    ['a code of nobody', changed('16,165', '16,720'), 'LINE_DIRECTION_UNKNOWN'],
    ['sen', changed('16,165,15000000', '16,165,15000050'), 'LINE_AMOUNT_TOO_PRECISE'],
  ])('ends with a refused line: %s', (_, bytes, code) => {
    const begun = performance.now();
    expect(readStatement(bytes)).toMatchObject({ kind: 'read', refused: [{ code }] });
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it.each<readonly [string, Uint8Array, string]>([
    ['month 13', changed('02,KOPI,NUSA,1,2603', '02,KOPI,NUSA,1,2613'), 'STATEMENT_MALFORMED'],
    ['a deletion', changed('02,KOPI,NUSA,1', '02,KOPI,NUSA,2'), 'STATEMENT_MALFORMED'],
    ['a transaction outside an account', changed(/03,.*\r\n/, ''), 'STATEMENT_MALFORMED'],
    ['no end of the account', changed(/49,.*\r\n/, ''), 'STATEMENT_MALFORMED'],
    ['no account', changed(/03,[\s\S]*(?=98,)/, ''), 'STATEMENT_EMPTY'],
  ])('is refused: %s', (_, bytes, code) => {
    expect(readStatement(bytes)).toMatchObject({ kind: 'refused', code });
  });

  it('tells a file that was cut anywhere', () => {
    const whole = written();
    const end = textOf(whole).indexOf('99,');
    const answers = Array.from({ length: end }, (_, length) =>
      readStatement(whole.subarray(0, length)),
    );
    expect(answers.filter(({ kind }) => kind === 'read')).toEqual([]);
  });

  it('says so when a transaction is lost, doubled or another amount, with and without balances', () => {
    const harms = fc.constantFrom<(record: string) => string>(
      () => '',
      (record) => record + record,
      (record) => record.replace('16,165,1', '16,165,2'),
    );
    fc.assert(
      fc.property(harms, fc.boolean(), (harm, interim) => {
        const file = textOf(written({ interim }));
        const harmed = bytesOf(file.replace(/16,165.*\r\n/, harm));
        expect(statementsOf(harmed).map((one) => checkFooting(one).kind)).toEqual(['broken']);
        expect(statementsOf(harmed).flatMap(differencesOf).length).toBeGreaterThan(0);
      }),
    );
  });

  it('ends with coded answers whatever happens to a file', () => {
    const wholes = corpusOf('bai2').map(({ bytes }) => bytes);
    fc.assert(
      fc.property(damagedFiles(wholes), (bytes) => expectTruth(readStatement(bytes))),
      { numRuns: 2_000 },
    );
  });
});
