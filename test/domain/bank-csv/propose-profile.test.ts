import { proposeProfile } from '../../../domain/bank-csv/propose-profile.js';
import { profileOf } from '../../../domain/bank-csv/saved-profile.js';
import { recogniseProfile } from '../../../domain/bank-csv/recognise-profile.js';
import type { CsvRow } from '../../../domain/statement/csv-row.js';

const rowsOf = (...lines: readonly string[]): readonly CsvRow[] =>
  lines.map((line, index) => ({ fileLine: index + 1, cells: line.split(';') }));

const SIDES = rowsOf(
  'Bank Pulau Contoh',
  'No. Rekening : 0081234567',
  'Tgl;Uraian;Keluar;Masuk;Saldo',
  '02.03.26;SETORAN;0,00;1.250.000,00;2.250.000,00',
  '27.03.26;BIAYA;2.500,00;0,00;2.247.500,00',
  'Saldo Akhir;2.247.500,00',
);

describe('proposing how an unknown bank is read', () => {
  it('takes columns, days, decimals and the last row from the file', () => {
    expect(proposeProfile(SIDES)).toMatchObject({
      fileLine: 3,
      rows: 2,
      rowsRead: 2,
      dateFormats: ['DD.MM.YY'],
      profile: {
        bookingDate: 'Tgl',
        text: ['Uraian'],
        balance: 'Saldo',
        money: { kind: 'sides', debit: 'Keluar', credit: 'Masuk' },
        decimalMark: ',',
        closingLabel: 'Saldo Akhir',
      },
      lines: [{ amount: 1_250_000n, text: 'SETORAN' }, { amount: -2_500n }],
    });
  });

  it.each([
    ['suffix', 'Date;Description;Amount', '27/03/2026;A;100.00 CR', '27/03/2026;B;50.00 DB'],
    ['beside', 'Date;Description;Amount;', '27/03/2026;A;100.00;CR', '27/03/2026;B;50.00;DB'],
    ['column', 'Date;Description;Type;Amount', '27/03/2026;A;C;100.00', '27/03/2026;B;D;50.00'],
    [
      'column',
      'Tanggal;Deskripsi;Debit/Kredit;Nominal',
      '27/03/2026;A;Kredit;100',
      '27/03/2026;B;Debit;50',
    ],
    ['signed', 'Date;Description;Amount', '27/03/2026;A;100.00', '27/03/2026;B;-50.00'],
  ])('finds amounts written as %s: %s', (kind, ...lines) => {
    expect(proposeProfile(rowsOf(...lines))).toMatchObject({
      profile: { money: { kind } },
      lines: [{ amount: 100n }, { amount: -50n }],
    });
  });

  it('says that only a person knows which number of a day is the month', () => {
    const rows = rowsOf('Date;Description;Debit;Credit', '02/03/2026;A;;100');
    expect(proposeProfile(rows)?.dateFormats).toEqual(['DD/MM/YYYY', 'MM/DD/YYYY']);
  });

  it.each([
    ['a list of goods', 'Kode;Nama;Jumlah', 'A1;Kopi;3'],
    ['amounts without a direction', 'Date;Description;Amount', '27/03/2026;A;100'],
    ['a header alone', 'Date;Description;Debit;Credit', ''],
  ])('proposes nothing for %s', (_, ...lines) => {
    expect(proposeProfile(rowsOf(...lines))).toBeUndefined();
  });

  it('is what the file is known by afterwards, and says when its columns moved', () => {
    const proposal = proposeProfile(SIDES);
    if (proposal === undefined) throw new Error('nothing was proposed');
    const profile = profileOf('pulau', { ...proposal.profile, bankName: 'Bank Pulau Contoh' });
    expect(recogniseProfile(SIDES, [profile])).toEqual({ kind: 'known', profile });
    const moved = rowsOf('Tgl;Uraian;Masuk;Keluar;Saldo');
    expect(recogniseProfile(moved, [profile])).toMatchObject({ kind: 'moved', fileLine: 1 });
  });
});
