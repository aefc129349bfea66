import fc from 'fast-check';
import { readBankFile } from '../../../../activities/statement/readers/read-bank-file.js';
import { checkFooting } from '../../../../domain/statement/footing.js';
import type { ReadStatementResult } from '../../../../domain/statement/statement.js';
import { ACCOUNT, camt053, day } from '../../../support/bank-files.js';
import { damagedFiles, expectTruth } from '../../../support/damaged-files.js';
import { workbook, type SheetCell } from '../../../support/workbook.js';

const ours = {
  ownAccountOf: () => ({ currency: 'IDR', zone: 'Asia/Jakarta' }),
  namedAccount: ACCOUNT,
};

/** 2 March 2026 as the number of a cell. */
const MARCH_2: SheetCell = { day: 46_083 };

const BNI: readonly (readonly SheetCell[])[] = [
  ['BNI Direct - Mutasi Rekening'],
  ['Account No', ACCOUNT],
  [],
  ['Post Date', 'Branch', 'Journal No', 'Description', 'Debit', 'Credit', 'Balance'],
  [MARCH_2, '0998', '7', 'TRANSFER DARI PT KEDAI CONTOH', null, 150_000, 1_150_000],
  ['03/03/26 10.15.30', '0998', '8', 'BIAYA', '2,500.00', '0.00', '1,147,500.00'],
];

const BRI_HEADER = ['Tanggal Transaksi', 'Uraian Transaksi', 'Teller', 'Debet', 'Kredit', 'Saldo'];

describe("reading a bank's workbook", () => {
  it('reads days and amounts as cells and as texts, each line by its row', async () => {
    const result = await readBankFile(workbook(BNI), ours);
    expect(result).toMatchObject({
      kind: 'read',
      format: 'csv:bni',
      refused: [],
      statements: [
        {
          accountId: ACCOUNT,
          lines: [
            { fileLine: 5, bookingDate: day('2026-03-02'), amount: 150_000n },
            { fileLine: 6, bookingDate: day('2026-03-03'), amount: -2_500n, text: 'BIAYA' },
          ],
        },
      ],
    });
    expect(footingOf(result)).toEqual(['foots']);
  });

  it.each<readonly [string, readonly SheetCell[], readonly SheetCell[]]>([
    [
      'texts with decimal commas',
      ['0,00', '1.250.000,00', '2.250.000,00'],
      ['1,00', '', '2.249.999,00'],
    ],
    ['numbers', [0, 1_250_000, 2_250_000], [1, null, 2_249_999]],
  ])(
    'tells from its rows whether a bank with decimal commas writes %s',
    async (_, first, second) => {
      const bytes = workbook([
        BRI_HEADER,
        ['02/03/26', 'SETORAN', '1', ...first],
        ['02/03/26', 'BIAYA', '1', ...second],
      ]);
      const result = await readBankFile(bytes, ours);
      expect(result).toMatchObject({
        format: 'csv:bri-internet',
        refused: [],
        statements: [{ lines: [{ amount: 1_250_000n }, { amount: -1n }] }],
      });
      expect(footingOf(result)).toEqual(['foots']);
    },
  );

  it.each<readonly [string, Uint8Array, string]>([
    ['no archive', Buffer.from('PK\u0003\u0004 and then nothing'), 'STATEMENT_MALFORMED'],
    ['a cut one', workbook(BNI).subarray(0, 400), 'STATEMENT_MALFORMED'],
    [
      'a list of goods',
      workbook([
        ['Kode', 'Nama'],
        ['1', 'Kopi'],
      ]),
      'STATEMENT_FORMAT_UNKNOWN',
    ],
    [
      'columns that moved',
      workbook([['Description', ...(BNI[3] ?? []).filter((name) => name !== 'Description')]]),
      'STATEMENT_COLUMNS_MOVED',
    ],
  ])('refuses %s with a code', async (_, bytes, code) => {
    expect(await readBankFile(bytes, ours)).toMatchObject({ kind: 'refused', code });
  });

  it('reads any other file as before', async () => {
    expect(await readBankFile(camt053())).toMatchObject({ format: 'camt.053' });
  });

  it('ends with coded answers whatever happens to a file', async () => {
    await fc.assert(
      fc.asyncProperty(damagedFiles([workbook(BNI)]), async (bytes) => {
        expectTruth(await readBankFile(bytes, ours));
      }),
      { numRuns: 500 },
    );
  });
});

function footingOf(result: ReadStatementResult): readonly string[] {
  return result.kind === 'read' ? result.statements.map((one) => checkFooting(one).kind) : [];
}
