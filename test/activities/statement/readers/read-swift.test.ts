import fc from 'fast-check';
import { readStatement } from '../../../../activities/statement/readers/read-statement.js';
import { checkFooting } from '../../../../domain/statement/footing.js';
import type { CamtEntry } from '../../../../simulators/bank/write-camt053.js';
import { camtEntry, camtStatement } from '../../../support/bank-files.js';
import { corpusOf } from '../../../support/bank-corpus.js';
import { damagedFiles, expectTruth } from '../../../support/damaged-files.js';
import { writeSwift, type SwiftStyle } from '../../../support/write-swift.js';
import { bytesOf, linesOf, onlyLine, statementsOf, textOf } from './reading.js';

const styles: readonly SwiftStyle[] = (['free', 'codes', 'words'] as const).flatMap((dialect) =>
  [false, true].map((blocks) => ({ dialect, blocks })),
);

const written = (entries: readonly CamtEntry[], style: SwiftStyle = {}): Uint8Array =>
  writeSwift(camtStatement({ entries }), style);

describe('reading MT940', () => {
  it.each(styles)('gives what the bank wrote (%j)', (style) => {
    const entries = [
      camtEntry({
        endToEndReference: 'E2E-2026-0000000000000000001',
        text: 'Pembayaran faktur INV/JKT/2026/000123-7 dan INV/JKT/2026/000124-5 untuk Februari',
      }),
      camtEntry({ amount: -2_500n, bankReference: 'BNC0002' }),
    ];
    const bytes = written(entries, style);
    expect(statementsOf(bytes).map(checkFooting)).toEqual([{ kind: 'foots' }]);
    expect(linesOf(bytes)).toMatchObject([
      {
        amount: 150_000n,
        bankReference: 'BNC0001',
        text: expect.stringContaining('INV/JKT/2026/000123-7'),
      },
      { amount: -2_500n, bankReference: 'BNC0002' },
    ]);
    if (style.dialect === 'free') return;
    expect(linesOf(bytes)[0]).toMatchObject({
      endToEndReference: 'E2E-2026-0000000000000000001',
      payerName: 'PT Kedai Contoh',
      payerAccount: '1112223334',
      text: entries[0]?.text,
    });
  });

  it('takes a credit back for RC, and gives a debit back for RD', () => {
    const back = [
      camtEntry({ amount: -150_000n, isReversal: true }),
      camtEntry({ amount: 2_500n, isReversal: true }),
    ];
    expect(textOf(written(back))).toContain('RC150000,');
    expect(linesOf(written(back))).toMatchObject([
      { amount: -150_000n, isReversal: true },
      { amount: 2_500n, isReversal: true },
    ]);
  });

  it('reads a statement of 50,000 lines', () => {
    const many = Array.from({ length: 50_000 }, (_, index) =>
      camtEntry({ amount: BigInt(index + 1), bankReference: `B${index}` }),
    );
    const [statement] = statementsOf(written(many));
    expect(statement?.lines).toHaveLength(50_000);
    expect(statement && checkFooting(statement)).toEqual({ kind: 'foots' });
  });

  it('reads MT950, whose texts are only what stands below a line', () => {
    const bytes = written([camtEntry(), camtEntry({ amount: -2_500n, text: '' })], {
      message: '950',
    });
    expect(readStatement(bytes)).toMatchObject({ kind: 'read', format: 'mt950', refused: [] });
    expect(linesOf(bytes)).toMatchObject([
      { amount: 150_000n, bankReference: 'BNC0001', text: 'Pembayaran faktur' },
      { amount: -2_500n, bankReference: 'BNC0001', text: '' },
    ]);
    expect(statementsOf(bytes).map(checkFooting)).toEqual([{ kind: 'foots' }]);
    const both = Buffer.concat([bytes, written([], { blocks: true })]);
    expect(readStatement(both)).toMatchObject({
      code: 'STATEMENT_MALFORMED',
      detail: 'The file holds messages of two kinds: MT950 and MT940.',
    });
  });
});

const plain = (): string => textOf(written([camtEntry({ amount: 1_234n })]));
const changed = (from: string | RegExp, to: string): Uint8Array =>
  bytesOf(plain().replace(from, to));

describe('hostile MT940', () => {
  it.each<readonly [string, Uint8Array, object]>([
    ['month 13', changed(':61:260302', ':61:261302'), { code: 'LINE_DATE_MALFORMED' }],
    ['day 99', changed('0302C', '0399C'), { code: 'LINE_DATE_MALFORMED' }],
    [
      'an amount of a million digits',
      changed('1234,', '9'.repeat(1_000_000)),
      { code: 'LINE_FIELD_TOO_LONG' },
    ],
    [
      'an amount beyond 2^53',
      changed('1234,', '9007199254740993,'),
      { code: 'LINE_AMOUNT_TOO_LARGE' },
    ],
    ['an amount with an exponent', changed('C1234,', 'C1e9'), { code: 'LINE_MALFORMED' }],
    ['a negative amount', changed('C1234,', 'C-1234,'), { code: 'LINE_MALFORMED' }],
    [
      'a line of 10 MB',
      changed('Pembayaran', 'x'.repeat(10_000_000)),
      { code: 'LINE_FIELD_TOO_LONG' },
    ],
    [
      'a text of 100,000 lines',
      changed('Pembayaran', 'x\r\n'.repeat(100_000)),
      { code: 'LINE_FIELD_TOO_LONG' },
    ],
  ])('ends with a refused line: %s', (_, bytes, refused) => {
    const begun = performance.now();
    expect(readStatement(bytes)).toMatchObject({ kind: 'read', refused: [refused] });
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it('keeps the text of a line that holds zero bytes', () => {
    expect(onlyLine(changed('Pembayaran', 'Pem\0bayaran')).text).toContain('Pem\0bayaran');
  });

  it('tells a file that was cut anywhere', () => {
    const whole = written([camtEntry(), camtEntry({ text: 'café 東京' })], { blocks: true });
    const lastField = textOf(whole).indexOf(':62F:');
    const answers = Array.from({ length: Math.floor(whole.length / 7) }, (_, index) => index * 7)
      .filter((length) => length < whole.length - 8)
      .map((length) => ({ length, result: readStatement(whole.subarray(0, length)) }));
    const taken = answers.filter(({ result }) => result.kind === 'read');
    expect(taken.filter(({ length }) => length < lastField)).toEqual([]);
    const footings = taken.flatMap(({ result }) =>
      result.kind === 'read' ? result.statements.map((one) => checkFooting(one).kind) : [],
    );
    expect(footings).not.toContain('foots');
  });

  it('never says that a file foots in which a line is missing, doubled or turned round', () => {
    const entries = fc.array(fc.record({ amount: fc.bigInt(1n, 10n ** 9n), isOut: fc.boolean() }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        entries,
        fc.nat(7),
        fc.constantFrom('lost', 'twice', 'turned'),
        (some, at, harm) => {
          const file = textOf(
            written(
              some.map(({ amount, isOut }) => camtEntry({ amount: isOut ? -amount : amount })),
            ),
          );
          const lines = file.split(/(?=:61:)/);
          const index = 1 + (at % some.length);
          const line = lines[index] ?? '';
          const [begin = '', end = ''] = line.split(/(?=:62F:)/);
          const turned = begin.replace(
            /^(:61:\d{10})([CD])/,
            (_, head: string, mark: string) => head + (mark === 'C' ? 'D' : 'C'),
          );
          const by = { lost: '', twice: begin + begin, turned }[harm];
          const harmed = lines.with(index, by + end).join('');
          expect(statementsOf(bytesOf(file)).map((one) => checkFooting(one).kind)).toEqual([
            'foots',
          ]);
          expect(statementsOf(bytesOf(harmed)).map((one) => checkFooting(one).kind)).toEqual([
            'broken',
          ]);
        },
      ),
    );
  });

  it('ends with coded answers whatever happens to a file', () => {
    const wholes = corpusOf('mt940').map(({ bytes }) => bytes);
    fc.assert(
      fc.property(damagedFiles(wholes), (bytes) => expectTruth(readStatement(bytes))),
      { numRuns: 2_000 },
    );
  });
});
