import { KNOWN_BANKS } from '../../../domain/bank-csv/banks.js';
import { recogniseProfile } from '../../../domain/bank-csv/recognise-profile.js';
import type { CsvProfile } from '../../../domain/statement/csv-profile.js';
import type { CsvRow } from '../../../domain/statement/csv-row.js';

const rowsOf = (...lines: readonly string[]): readonly CsvRow[] =>
  lines.map((line, index) => ({ fileLine: index + 1, cells: line.split(',') }));

const BCA_BUSINESS = 'Tanggal Transaksi,Keterangan,Cabang,Jumlah,Saldo';
const BCA_PERSONAL = 'Tanggal Transaksi,Keterangan,Cabang,Jumlah,,Saldo';
const BNI = 'Post Date,Branch,Journal No,Description,Debit,Credit,Balance';

const recognised = (...lines: readonly string[]): unknown => {
  const result = recogniseProfile(rowsOf(...lines), KNOWN_BANKS);
  if (result.kind === 'known') return result.profile.id;
  return result.kind === 'several' ? result.profiles.map(({ id }) => id) : result.kind;
};

describe('recognising the bank of a CSV', () => {
  it.each([
    ['bca-personal', BCA_PERSONAL, "'02/03,SETORAN,'0000,1500.00,CR,2500.00"],
    ['bca-business', BCA_BUSINESS, '02/03/2026,SETORAN,0000,1500.00 CR,2500.00'],
    ['bni', BNI, '02/03/26 10.15.30,0998,7,SETORAN,0.00,1500.00,2500.00'],
    ['bri-internet', 'Tanggal Transaksi,Uraian Transaksi,Teller,Debet,Kredit,Saldo', ''],
    ['cimb-niaga', 'Tanggal,Deskripsi,Debit,Kredit,Saldo', '05-Mei-2026,SETORAN,0,1500,2500'],
    ['permata', 'Posting Date,Eff Date,Transaction Desc,Debit,Credit,Balance', ''],
    ['mandiri', 'Account No,Date,Val. Date,Description,Description,Debit,Credit', ''],
    ['unknown', 'Tanggal,Nama Barang,Jumlah', '02/03/2026,Kopi,3'],
    ['moved', 'Tanggal Transaksi,Keterangan,Jumlah,Cabang,Saldo', ''],
  ])('knows %s by its header and rows', (id, header, row) => {
    expect(recognised('Mutasi Rekening', 'Periode : 01/03/2026 - 31/03/2026', header, row)).toBe(
      id,
    );
  });

  it('asks where two banks write their files alike, and does not where the rows tell them apart', () => {
    const bni = KNOWN_BANKS.find(({ id }) => id === 'bni');
    if (bni === undefined) throw new Error('no BNI');
    const other: CsvProfile = { ...bni, id: 'other', dateFormats: ['MM/DD/YY'] };
    const rows = (date: string) => rowsOf(BNI, `${date},0998,7,SETORAN,0.00,1500.00,2500.00`);
    expect(recogniseProfile(rows('02/03/26'), [bni, other])).toEqual({
      kind: 'several',
      profiles: [bni, other],
    });
    expect(recogniseProfile(rows('02/27/26'), [bni, other])).toEqual({
      kind: 'known',
      profile: other,
    });
  });
});
