import fc from 'fast-check';
import { readStatement } from '../../../../activities/statement/readers/read-statement.js';
import { checkFooting } from '../../../../domain/statement/footing.js';
import { camtEntry, camtStatement } from '../../../support/bank-files.js';
import { corpusOf } from '../../../support/bank-corpus.js';
import { damagedFiles, expectTruth } from '../../../support/damaged-files.js';
import { writeOfx, type OfxVersion } from '../../../support/write-ofx.js';
import { bytesOf, linesOf, onlyLine, statementsOf, textOf } from './reading.js';

const VERSIONS: readonly OfxVersion[] = [1, 2];

describe.each(VERSIONS)('reading OFX %s', (version) => {
  const file = (parts: Parameters<typeof camtStatement>[0] = {}): Uint8Array =>
    writeOfx(camtStatement(parts), version);

  it('gives what the bank wrote', () => {
    const entries = [
      camtEntry({ text: 'Faktur & <lain>' }),
      camtEntry({ amount: -2_500n, payerName: 'BIAYA ADM' }),
    ];
    expect(statementsOf(file({ entries }))).toMatchObject([
      {
        accountId: '0081234567',
        currency: 'IDR',
        opening: undefined,
        closing: { amount: 10_147_500n },
        lines: [
          { amount: 150_000n, payerName: 'PT Kedai Contoh', text: 'Faktur & <lain>' },
          { amount: -2_500n, payerName: undefined, text: 'BIAYA ADM Pembayaran faktur' },
        ],
      },
    ]);
  });

  it('never says that it foots, because the format has no opening balance', () => {
    expect(statementsOf(file()).map(checkFooting)).toEqual([
      { kind: 'unchecked', reason: 'no-balances' },
    ]);
  });

  it('takes two records of which the middle is lost for none', () => {
    const entries = [camtEntry(), camtEntry({ amount: 7n }), camtEntry({ amount: 9n })];
    const whole = textOf(file({ entries }));
    const from = whole.indexOf('<MEMO>');
    const to = whole.indexOf('<TRNTYPE>', from);
    const result = readStatement(bytesOf(whole.slice(0, from) + whole.slice(to)));
    expect(result).toMatchObject({
      kind: 'read',
      refused: [{ code: 'LINE_MALFORMED' }],
      statements: [{ unread: 1, lines: [{ amount: 9n }] }],
    });
  });

  it('tells a file that was cut anywhere', () => {
    const whole = file();
    const end = textOf(whole).lastIndexOf('</OFX>');
    const answers = Array.from({ length: end }, (_, length) =>
      readStatement(whole.subarray(0, length)),
    );
    expect(answers.filter(({ kind }) => kind === 'read')).toEqual([]);
  });
});

const plain = (): string =>
  textOf(writeOfx(camtStatement({ entries: [camtEntry({ amount: 1_234n })] }), 1));
const changed = (from: string | RegExp, to: string): Uint8Array =>
  bytesOf(plain().replace(from, to));

describe('hostile OFX', () => {
  it.each<readonly [string, Uint8Array, string]>([
    ['month 13', changed(/<DTPOSTED>\d{6}/, '<DTPOSTED>202613'), 'LINE_DATE_MALFORMED'],
    ['hour 25', changed(/<DTPOSTED>\d+/, '<DTPOSTED>20260302250000[7]'), 'LINE_DATE_MALFORMED'],
    [
      'an amount of a million digits',
      changed('>1234', `>${'9'.repeat(1_000_000)}`),
      'LINE_FIELD_TOO_LONG',
    ],
    ['an amount beyond 2^53', changed('>1234', '>9007199254740993'), 'LINE_AMOUNT_TOO_LARGE'],
    ['an amount with an exponent', changed('>1234', '>1e9'), 'LINE_AMOUNT_MALFORMED'],
    ['a text of 10 MB', changed('Pembayaran', 'x'.repeat(10_000_000)), 'LINE_FIELD_TOO_LONG'],
    [
      'a debit that brings money',
      changed('<TRNTYPE>CREDIT', '<TRNTYPE>DEBIT'),
      'LINE_DIRECTION_UNKNOWN',
    ],
  ])('ends with a refused line: %s', (_, bytes, code) => {
    const begun = performance.now();
    const result = readStatement(bytes, {
      ownAccountOf: () => ({ currency: 'IDR', zone: 'Asia/Jakarta' }),
    });
    expect(result).toMatchObject({ kind: 'read', refused: [{ code }] });
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it.each<readonly [string, Uint8Array, string]>([
    [
      'a document type',
      changed('<OFX>', '<!DOCTYPE OFX [<!ENTITY a "b">]><OFX>'),
      'STATEMENT_DOCTYPE',
    ],
    ['CDATA without an end', changed('<MEMO>', '<MEMO><![CDATA['), 'STATEMENT_TRUNCATED'],
    ['a comment without an end', changed('<MEMO>', '<!-- <MEMO>'), 'STATEMENT_TRUNCATED'],
    ['deep nesting', changed('<STMTTRN>', '<PAYEE>'.repeat(100_000)), 'STATEMENT_TOO_DEEP'],
    ['no statement', bytesOf('OFXHEADER:100\r\n\r\n<OFX></OFX>'), 'STATEMENT_EMPTY'],
    ['another account type', changed(/STMTRS>/g, 'INVSTMTRS>'), 'STATEMENT_EMPTY'],
  ])('is refused: %s', (_, bytes, code) => {
    expect(readStatement(bytes)).toMatchObject({ kind: 'refused', code });
  });

  it('takes no entity for more than one character', () => {
    expect(onlyLine(changed('Pembayaran', '&a;&#99999999;&#x41;&amp;lt;')).text).toBe(
      '&a;&#99999999;A&lt; faktur',
    );
    expect(linesOf(changed('Pembayaran', '& Co < 5')).map(({ text }) => text)).toEqual([
      '& Co < 5 faktur',
    ]);
  });

  it('ends with coded answers whatever happens to a file', () => {
    const wholes = corpusOf('ofx').map(({ bytes }) => bytes);
    fc.assert(
      fc.property(damagedFiles(wholes), (bytes) => expectTruth(readStatement(bytes))),
      { numRuns: 2_000 },
    );
  });
});
