import type { ImportField } from '../imports/fields.js';
import { proposeMapping } from '../imports/propose-mapping.js';
import { findColumns } from '../statement/csv-header.js';
import {
  figureIn,
  labelAndValue,
  NO_PERIOD,
  readPreamble,
  type Preamble,
} from '../statement/csv-labels.js';
import { readCsvRow, type CsvRow } from '../statement/csv-row.js';
import { cleanCell, isLabelled } from '../statement/csv-values.js';
import type { LineDraft } from '../statement/line-draft.js';
import { DATE_FORMATS, type DateFormat } from './date-formats.js';
import { FIGURE_LABELS } from './labels.js';
import { profileOf, type SavedMoney, type SavedProfile } from './saved-profile.js';

/**
 * A profile for the table of a bank that nobody knows yet. `dateFormats` are all in which its days can be read: with more
 * than one, only a person knows. `lines` are its first rows as they would be read.
 */
export type ProfileProposal = Readonly<{
  fileLine: number;
  profile: SavedProfile;
  dateFormats: readonly DateFormat[];
  rows: number;
  rowsRead: number;
  lines: readonly LineDraft[];
}>;

const field = (name: string, needed: ImportField['needed'], names: string): ImportField => ({
  field: name,
  reads: 'text',
  needed,
  names: names.split('|'),
});

/** What banks call their columns, compared by letters and digits alone. */
const FIELDS: readonly ImportField[] = [
  field(
    'bookingDate',
    'always',
    'Tanggal|Tanggal Transaksi|Tgl|Tgl Transaksi|Tgl Tran|Date|Transaction Date|Posting Date|Post Date|PostDate|Booking Date|Waktu Transaksi|Tanggal & Waktu',
  ),
  field(
    'valueDate',
    'if-there',
    'Tanggal Valuta|Tgl Valuta|Tgl Val|Value Date|Val Date|Eff Date|Effective Date|Tanggal Efektif',
  ),
  field(
    'text',
    'always',
    'Keterangan|Uraian|Uraian Transaksi|Deskripsi|Description|Transaction Description|Rincian Transaksi|Remark|Remarks|Berita|Catatan|Details|Narrative',
  ),
  field('bankReference', 'if-there', 'No Referensi|Nomor Referensi|Reference No|Reference|Ref No'),
  field(
    'payerName',
    'if-there',
    'Pengirim|Nama Pengirim|Sender|Sender Name|Sumber/Tujuan|Counterparty',
  ),
  field('payerAccount', 'if-there', 'Rekening Pengirim|No Rekening Pengirim|Sender Account'),
  field('account', 'if-there', 'No Rekening|Nomor Rekening|Norek|Account No|Account Number'),
  field('amount', 'if-there', 'Jumlah|Nominal|Amount|Mutasi|Nilai'),
  field(
    'direction',
    'if-there',
    'Tipe|Type|Jenis|D/K|K/D|DB/CR|CR/DB|D/C|Debit/Kredit|Debet/Kredit',
  ),
  field(
    'debit',
    'if-there',
    'Debit|Debet|Debit Amount|Mutasi Debet|Mutasi Debit|Withdrawal|Pengeluaran|Keluar',
  ),
  field('credit', 'if-there', 'Kredit|Credit|Credit Amount|Mutasi Kredit|Deposit|Pemasukan|Masuk'),
  field('balance', 'if-there', 'Saldo|Balance|Saldo Akhir|Close Balance|Running Balance'),
];

const DECIMAL_MARKS = ['.', ','] as const;

/** Rows that are tried, and lines that are shown. */
const ROWS_MAX = 50;
const LINES_SHOWN = 5;

/** Proposes how to read a table that has a day, a text and an amount; undefined when these rows are none. Pure. */
export function proposeProfile(rows: readonly CsvRow[]): ProfileProposal | undefined {
  for (const [at, row] of rows.entries()) {
    const names = namesOf(row);
    const mapping = proposeMapping(names, FIELDS);
    if (mapping.kind !== 'proposed') continue;
    const nameAt = (key: string): string | undefined => names[mapping.mapping[key] ?? -1];
    const tried = moneyWays(nameAt).flatMap((money) => tryWays(rows, { at, names, nameAt, money }));
    const [best] = tried.toSorted((a, b) => b.rowsRead - a.rowsRead);
    if (best === undefined || best.rowsRead === 0) continue;
    const alike = tried.filter(({ rowsRead, profile }) => {
      const isSameMoney = profile.money.kind === best.profile.money.kind;
      return (
        rowsRead === best.rowsRead &&
        isSameMoney &&
        profile.decimalMark === best.profile.decimalMark
      );
    });
    return { ...best, dateFormats: alike.map(({ profile }) => profile.dateFormat) };
  }
  return undefined;
}

/** A second column of one name is none: the first one is meant. */
function namesOf({ cells }: CsvRow): readonly string[] {
  const names = cells.map(cleanCell);
  return names.map((name, index) => (names.indexOf(name) === index ? name : ''));
}

type NameAt = (key: string) => string | undefined;

function moneyWays(nameAt: NameAt): readonly SavedMoney[] {
  const [debit, credit, amount, direction] = ['debit', 'credit', 'amount', 'direction'].map(nameAt);
  const ways: SavedMoney[] = [];
  if (debit !== undefined && credit !== undefined) ways.push({ kind: 'sides', debit, credit });
  if (amount === undefined) return ways;
  if (direction !== undefined) ways.push({ kind: 'column', amount, direction });
  return [
    ...ways,
    { kind: 'suffix', amount },
    { kind: 'beside', amount },
    { kind: 'signed', amount },
  ];
}

type Way = Readonly<{ at: number; names: readonly string[]; nameAt: NameAt; money: SavedMoney }>;
type Tried = Omit<ProfileProposal, 'dateFormats'>;

function tryWays(rows: readonly CsvRow[], way: Way): readonly Tried[] {
  return DECIMAL_MARKS.flatMap((decimalMark) =>
    DATE_FORMATS.flatMap((dateFormat) => tryOne(rows, way, { decimalMark, dateFormat }) ?? []),
  );
}

function tryOne(
  rows: readonly CsvRow[],
  way: Way,
  written: Pick<SavedProfile, 'decimalMark' | 'dateFormat'>,
): Tried | undefined {
  const { at, money } = way;
  const behind = rows.slice(at + 1);
  const saved = { ...savedOf(way), ...written, closingLabel: closingLabelIn(behind) };
  const profile = profileOf('proposed', saved);
  const header = findColumns(rows[at]?.cells ?? [], profile);
  if (header === undefined) return undefined;
  const { currency = profile.currencyDefault, period } = rows
    .slice(0, at)
    .reduce((before, { cells }) => readPreamble(cells, profile, before), NOTHING);
  const bookings = behind
    .filter(({ cells }) => !isEmpty(cells) && figureIn(cells, profile) === undefined)
    .slice(0, ROWS_MAX);
  const lines = bookings.flatMap((row) => {
    const result = readCsvRow(row, { ...header, profile, currency, period });
    return result.kind === 'line' ? [result.line] : [];
  });
  // Without a minus nobody can tell what comes from what goes.
  if (money.kind === 'signed' && lines.every(({ amount }) => amount >= 0n)) return undefined;
  return {
    fileLine: rows[at]?.fileLine ?? 1,
    profile: saved,
    rows: bookings.length,
    rowsRead: lines.length,
    lines: lines.slice(0, LINES_SHOWN),
  };
}

function savedOf({
  names,
  nameAt,
  money,
}: Way): Omit<SavedProfile, 'decimalMark' | 'dateFormat' | 'closingLabel'> {
  const maybe = (key: string): string | null => nameAt(key) ?? null;
  return {
    bankName: '',
    header: names,
    bookingDate: nameAt('bookingDate') ?? '',
    valueDate: maybe('valueDate'),
    text: [nameAt('text') ?? ''],
    bankReference: maybe('bankReference'),
    payerName: maybe('payerName'),
    payerAccount: maybe('payerAccount'),
    account: maybe('account'),
    balance: maybe('balance'),
    money,
  };
}

function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => cleanCell(cell) === '');
}

const NOTHING: Preamble = { accountId: undefined, currency: undefined, period: NO_PERIOD };

function closingLabelIn(rows: readonly CsvRow[]): string | null {
  for (const { cells } of rows) {
    const { label } = labelAndValue(cells);
    if (isLabelled(label, FIGURE_LABELS.closing)) return label;
  }
  return null;
}
