import fc from 'fast-check';
import { readStatement } from '../../../../activities/statement/readers/read-statement.js';
import { checkFooting } from '../../../../domain/statement/footing.js';
import type { ReadStatementResult, Statement } from '../../../../domain/statement/statement.js';
import {
  ACCOUNT,
  csvRow,
  csvStatement,
  csvStatementText,
  day,
} from '../../../support/bank-files.js';

type Damage = Readonly<{ good: string | RegExp; bad: string }>;

describe('reading the CSV of Bank Nusa Contoh', () => {
  it('is recognised by its header and gives account, period, balances and lines', () => {
    const rows = [
      csvRow({
        payerName: 'PT KEDAI CONTOH',
        payerAccount: '0001112223',
        bankReference: '0090001',
        text: 'TRSF, INV/JKT/2026/000123-7',
      }),
      csvRow({ amount: -2_500n, text: 'BIAYA ADM' }),
    ];
    const { format, statement } = only(csvStatement({ rows }));
    expect(format).toBe('csv:bank-nusa-contoh');
    expect(statement).toMatchObject({ accountId: ACCOUNT, currency: 'IDR' });
    expect([statement.from, statement.to]).toEqual([day('2026-03-01'), day('2026-03-31')]);
    expect(statement.lines).toMatchObject([
      {
        amount: 150_000n,
        payerName: 'PT KEDAI CONTOH',
        payerAccount: '0001112223',
        bankReference: '0090001',
        text: 'TRSF, INV/JKT/2026/000123-7',
      },
      { amount: -2_500n, text: 'BIAYA ADM' },
    ]);
    expect(checkFooting(statement)).toEqual({ kind: 'foots' });
  });

  it('reads amounts with and without thousands separators in one file', () => {
    const rows = [csvRow({ amount: 1_250_000n }), csvRow({ amount: 1_250_000n, isGrouped: false })];
    const { statement } = only(csvStatement({ rows }));
    expect(statement.lines.map(({ amount }) => amount)).toEqual([1_250_000n, 1_250_000n]);
  });

  it('reads the direction from the column without a name or from the end of the amount', () => {
    const bytes = edited((csv) => csv.replace('"150,000.00",CR', '"150,000.00 DB",'), {
      closing: 9_850_000n,
    });
    const { statement } = only(bytes);
    expect(statement.lines.map(({ amount }) => amount)).toEqual([-150_000n]);
    expect(checkFooting(statement)).toEqual({ kind: 'foots' });
  });
});

describe('how banks write their CSV', () => {
  it('keeps the order of the file, not of the dates, and reads what spans two lines', () => {
    const rows = [
      csvRow({ on: day('2026-03-09') }),
      csvRow({ on: day('2026-03-02'), text: 'baris satu\nbaris dua' }),
    ];
    const { statement } = only(csvStatement({ rows }));
    expect(statement.lines.map(({ bookingDate }) => bookingDate.day)).toEqual([9, 2]);
    expect(statement.lines[1]?.text).toBe('baris satu\nbaris dua');
  });

  it('passes over a header that is repeated on every page', () => {
    const bytes = edited((csv) => csv.replace(/(Tanggal.*\r\n)('.*\r\n)/, '$1$2$1$2'), {
      closing: 10_300_000n,
    });
    const { statement } = only(bytes);
    expect(statement.lines.map(({ fileLine }) => fileLine)).toEqual([7, 9]);
    expect(checkFooting(statement)).toEqual({ kind: 'foots' });
  });

  it('shows pending rows without posting them', () => {
    const bytes = edited((csv) => csv.replace("'02/03/2026,'02/03/2026", "PEND,'02/03/2026"), {
      closing: 10_000_000n,
    });
    const { statement } = only(bytes);
    expect(statement.lines).toMatchObject([{ status: 'pending', bookingDate: day('2026-03-31') }]);
    expect(checkFooting(statement)).toEqual({ kind: 'foots' });
  });

  it.each([
    ['UTF-8 with a mark', (csv: string) => Buffer.from(`\uFEFF${csv}`)],
    ['UTF-16', (csv: string) => Buffer.from(`\uFEFF${csv}`, 'utf16le')],
    ['windows-1252', (csv: string) => Buffer.from(csv, 'latin1')],
    ['single line feeds', (csv: string) => Buffer.from(csv.replaceAll('\r\n', '\n'))],
  ])('reads %s', (_, encode) => {
    const csv = csvStatementText({ rows: [csvRow({ text: 'Café' })] });
    expect(only(encode(csv)).statement.lines).toMatchObject([{ text: 'Café' }]);
  });

  it('says when opening, rows and closing do not add up', () => {
    const { statement } = only(csvStatement({ closing: 10_000_000n }));
    expect(checkFooting(statement)).toMatchObject({
      kind: 'broken',
      expected: '10000000',
      found: '10150000',
    });
  });
});

describe('refusing rows and keeping the good ones beside them', () => {
  const amount = '"150,000.00",CR';
  const date = "'02/03/2026,'02";
  it.each<readonly [string, Damage, string]>([
    ['letters in an amount', { good: amount, bad: '"15O,000.00",CR' }, 'LINE_AMOUNT_MALFORMED'],
    ['wrong grouping', { good: amount, bad: '"1500,00.00",CR' }, 'LINE_AMOUNT_MALFORMED'],
    ['points for separators', { good: amount, bad: '150.000.00,CR' }, 'LINE_AMOUNT_MALFORMED'],
    ['points that would be decimals', { good: amount, bad: '150.000,CR' }, 'LINE_AMOUNT_MALFORMED'],
    ['sen', { good: amount, bad: '"150,000.50",CR' }, 'LINE_AMOUNT_TOO_PRECISE'],
    ['no direction', { good: amount, bad: '"150,000.00",' }, 'LINE_DIRECTION_UNKNOWN'],
    ['an American date', { good: date, bad: "'03/31/2026,'02" }, 'LINE_DATE_MALFORMED'],
    ['a day that is none', { good: date, bad: "'30/02/2026,'02" }, 'LINE_DATE_MALFORMED'],
    ['missing cells', { good: /TRSF.*\r\n/, bad: 'TRSF\r\n' }, 'LINE_MALFORMED'],
    ['an open quote', { good: /TRSF.*\r\n/, bad: '"TRSF\r\n' }, 'LINE_MALFORMED'],
    ['endless text', { good: 'TRSF', bad: 'x'.repeat(20_000) }, 'LINE_MALFORMED'],
  ])('refuses a row with %s and names its line', (_, { good, bad }, code) => {
    const rows = [csvRow(), csvRow({ amount: 7n, bankReference: '8' }), csvRow({ amount: 9n })];
    const bytes = edited((csv) => csv.replace(good, bad), { rows });
    expect(readStatement(bytes)).toMatchObject({
      kind: 'read',
      refused: [{ place: 'line 7', code }],
    });
    expect(only(bytes).statement.lines.map(({ amount }) => amount)).toEqual([7n, 9n]);
  });

  it('keeps a refused amount in the arithmetic when it could be read', () => {
    const { statement } = only(edited((csv) => csv.replace("'02/03/2026,'02", 'x,x')));
    expect(statement.lines).toEqual([]);
    expect(checkFooting(statement)).toEqual({ kind: 'foots' });
  });

  it('keeps the good rows of a file that cannot foot because of a row nobody can read', () => {
    const rows = [csvRow(), csvRow({ amount: 7n, bankReference: '8' })];
    const bad = edited((csv) => csv.replace('"150,000.00",CR', '"15O,000.00",CR'), { rows });
    expect(checkFooting(only(bad).statement)).toEqual({
      kind: 'unchecked',
      reason: 'lines-unread',
    });
    const nothingRead = edited((csv) => csv.replace('"150,000.00",CR', '"15O,000.00",CR'));
    expect(checkFooting(only(nothingRead).statement)).toMatchObject({ kind: 'broken' });
  });

  it('reads a file that was saved again with another delimiter', () => {
    for (const delimiter of [';', '\t']) {
      const csv = csvStatementText()
        .replaceAll('"', '')
        .replaceAll(/(?<!\d),|,(?!\d)/g, delimiter);
      expect(only(Buffer.from(csv)).statement.lines).toMatchObject([{ amount: 150_000n }]);
    }
  });

  it('goes by the totals of the bank when a balance is no number, and says so', () => {
    const bytes = edited((csv) => csv.replace('"10,150,000.00"', 'segera'));
    expect(readStatement(bytes)).toMatchObject({
      refused: [{ place: 'line 11', code: 'BALANCE_MALFORMED' }],
    });
    expect(checkFooting(only(bytes).statement)).toMatchObject({ kind: 'foots' });
  });
});

describe('refusing a CSV file', () => {
  it('knows a truncated file by its missing last row, wherever it is cut', () => {
    const whole = csvStatement({ rows: Array.from({ length: 30 }, () => csvRow()) });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 25 }), (length) => {
        const result = readStatement(whole.subarray(0, length));
        expect(result).toMatchObject({
          kind: 'refused',
          code: expect.stringMatching(/^STATEMENT_(TRUNCATED|FORMAT_UNKNOWN)$/),
        });
      }),
    );
  });

  it('never accepts a file cut inside its last row without saying that it does not foot', () => {
    const whole = csvStatement();
    for (let length = whole.length - 25; length < whole.length - 5; length += 1) {
      const result = readStatement(whole.subarray(0, length));
      const footings = result.kind === 'read' ? result.statements.map(checkFooting) : [];
      expect(footings.filter(({ kind }) => kind === 'foots')).toEqual([]);
    }
  });

  it('refuses a file without an account number', () => {
    const bytes = edited((csv) => csv.replace(/No\. Rekening.*\r\n/, ''));
    expect(readStatement(bytes)).toMatchObject({ code: 'STATEMENT_ACCOUNT_MISSING' });
  });

  it('does not read the CSV of a bank it has no profile of', () => {
    expect(readStatement(csvStatement(), { profiles: [] })).toMatchObject({
      code: 'STATEMENT_BANK_UNKNOWN',
    });
  });

  it('gives coded answers to any bytes whatever', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
        expect(['read', 'refused']).toContain(readStatement(noise).kind);
      }),
    );
  });

  it('gives coded answers to files damaged in one place', () => {
    const whole = csvStatement();
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (place, byte) => {
        const damaged = whole.with(place, byte);
        expect(['read', 'refused']).toContain(readStatement(damaged).kind);
      }),
    );
  });
});

function only(bytes: Uint8Array): Readonly<{ format: string; statement: Statement }> {
  const result: ReadStatementResult = readStatement(bytes);
  if (result.kind !== 'read') throw new Error(`refused: ${result.code} at ${result.place}`);
  const [statement] = result.statements;
  if (statement === undefined) throw new Error('no statement');
  return { format: result.format, statement };
}

function edited(
  edit: (csv: string) => string,
  parts: Parameters<typeof csvStatementText>[0] = {},
): Uint8Array {
  const csv = csvStatementText(parts);
  const changed = edit(csv);
  if (changed === csv) throw new Error('the edit changed nothing');
  return new TextEncoder().encode(changed);
}
