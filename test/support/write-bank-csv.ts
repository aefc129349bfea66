import { workbook } from './workbook.js';
import type { CamtEntry, CamtStatement } from '../../simulators/bank/write-camt053.js';

type Row = Readonly<{ entry: CamtEntry; before: bigint; after: bigint }>;

const BRI_HEADER =
  'ID NOREK TGL_TRAN TGL_EFEKTIF JAM_TRAN SEQ DESK_TRAN SALDO_AWAL_MUTASI MUTASI_DEBET MUTASI_KREDIT SALDO_AKHIR_MUTASI GLSIGN'.split(
    ' ',
  );

/** The statement as BRI Cash Management exports it: the account and both balances in each row, no references. */
export function writeBriCsv(statement: CamtStatement): Uint8Array {
  const lines = briRows(statement).map((cells) =>
    cells.map((cell) => (typeof cell === 'number' ? `"${cell}.00"` : `"${cell}"`)).join(','),
  );
  return new TextEncoder().encode([BRI_HEADER.join(','), ...lines, ''].join('\n'));
}

/** The same rows as a workbook, with amounts as numbers. */
export function writeBriWorkbook(statement: CamtStatement): Uint8Array {
  return workbook([BRI_HEADER, ...briRows(statement)]);
}

function briRows(statement: CamtStatement): readonly (readonly (string | number)[])[] {
  return rowsOf(statement).map(({ entry, before, after }, index) => {
    const { amount, bookingDate } = entry;
    const at = `${bookingDate.toString()} 09:00:00`;
    const figures = [before, ...sidesOf(amount), after].map(Number);
    const { accountId } = statement;
    return [String(index + 1), accountId, at, at, '90000', '1', describe(entry), ...figures, ''];
  });
}

/** The statement as KlikBCA exports it: days without a year, the direction in a column without a name. */
export function writeBcaCsv(statement: CamtStatement): Uint8Array {
  const { accountId, on, opening = 0n } = statement;
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${two(on.day)}/${two(on.month)}`;
  const rows = rowsOf(statement);
  const lines = rows.map(({ entry, after }) => {
    const [debit, credit] = sidesOf(entry.amount);
    const { bookingDate } = entry;
    return `'${two(bookingDate.day)}/${two(bookingDate.month)},"${describe(entry)}",'0000,${debit + credit}.00,${credit > 0n ? 'CR' : 'DB'},${after}.00`;
  });
  return new TextEncoder().encode(
    [
      `No. rekening,=,'${accountId}`,
      `Periode,=,${day}/${on.year} - ${day}/${on.year}`,
      'Kode Mata Uang,=,Rp',
      'Tanggal Transaksi,Keterangan,Cabang,Jumlah,,Saldo',
      ...lines,
      `Saldo Awal,=,${opening}.00`,
      `Saldo Akhir,=,${rows.at(-1)?.after ?? opening}.00`,
      '',
    ].join('\r\n'),
  );
}

function rowsOf({ entries, opening = 0n }: CamtStatement): readonly Row[] {
  let after = opening;
  return entries
    .filter(({ status = 'BOOK' }) => status === 'BOOK')
    .map((entry) => {
      const before = after;
      after += entry.amount;
      return { entry, before, after };
    });
}

function sidesOf(amount: bigint): readonly [debit: bigint, credit: bigint] {
  return amount < 0n ? [-amount, 0n] : [0n, amount];
}

function describe({ text = '', payerName = '' }: CamtEntry): string {
  return `${text} ${payerName}`.trim();
}
