import type { CamtEntry, CamtStatement } from '../../simulators/bank/write-camt053.js';

type Row = Readonly<{ entry: CamtEntry; before: bigint; after: bigint }>;

/** The statement as BRI Cash Management exports it: the account and both balances in each row, no references. */
export function writeBriCsv(statement: CamtStatement): Uint8Array {
  const rows = rowsOf(statement).map(({ entry, before, after }, index) => {
    const { amount, bookingDate } = entry;
    const [debit, credit] = sidesOf(amount);
    const at = `${bookingDate.toString()} 09:00:00`;
    const figures = [before, debit, credit, after].map((one) => `${one}.00`);
    return [index + 1, statement.accountId, at, at, '90000', 1, describe(entry), ...figures, ''];
  });
  const header =
    'ID,NOREK,TGL_TRAN,TGL_EFEKTIF,JAM_TRAN,SEQ,DESK_TRAN,SALDO_AWAL_MUTASI,MUTASI_DEBET,MUTASI_KREDIT,SALDO_AKHIR_MUTASI,GLSIGN';
  const lines = rows.map((cells) => cells.map((cell) => `"${cell}"`).join(','));
  return new TextEncoder().encode([header, ...lines, ''].join('\n'));
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
