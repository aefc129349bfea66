import type { Temporal } from 'temporal-polyfill';

/** Signed whole rupiah; money in is positive. */
export type NusaContohRow = Readonly<{
  on: Temporal.PlainDate;
  amount: bigint;
  text: string;
  payerName?: string;
  payerAccount?: string;
  bankReference?: string;
  /** Banks mix both in one file. */
  isGrouped?: boolean;
}>;

export type NusaContohStatement = Readonly<{
  accountId: string;
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
  opening: bigint;
  /** Computed when absent; given to make a file that does not foot. */
  closing?: bigint;
  rows: readonly NusaContohRow[];
}>;

/** A statement as the invented Bank Nusa Contoh exports it (see `bank-nusa-contoh.ts`). */
export function writeNusaContohCsv(statement: NusaContohStatement): string {
  const { accountId, from, to, opening, rows } = statement;
  const sumOf = (isWanted: (amount: bigint) => boolean): bigint =>
    rows.reduce((total, { amount }) => (isWanted(amount) ? total + amount : total), 0n);
  const credits = sumOf((amount) => amount > 0n);
  const debits = sumOf((amount) => amount < 0n);
  const closing = statement.closing ?? opening + credits + debits;
  return [
    ['Bank Nusa Contoh - Mutasi Rekening'],
    ['No. Rekening', ':', `'${accountId}`],
    ['Periode', ':', `${writeDate(from)} - ${writeDate(to)}`],
    ['Mata Uang', ':', 'IDR'],
    [],
    HEADER,
    ...rows.map(rowCells),
    ['Saldo Awal', ':', grouped(opening)],
    ['Mutasi Kredit', ':', grouped(credits)],
    ['Mutasi Debet', ':', grouped(-debits)],
    ['Saldo Akhir', ':', grouped(closing)],
  ]
    .map((cells) => `${cells.map(quoted).join(',')}\r\n`)
    .join('');
}

const HEADER = [
  'Tanggal',
  'Tanggal Valuta',
  'Keterangan',
  'Pengirim',
  'Rekening Pengirim',
  'No. Referensi',
  'Jumlah',
  '',
];

function rowCells(row: NusaContohRow): string[] {
  const magnitude = row.amount < 0n ? -row.amount : row.amount;
  return [
    `'${writeDate(row.on)}`,
    `'${writeDate(row.on)}`,
    row.text,
    row.payerName ?? '',
    row.payerAccount === undefined ? '' : `'${row.payerAccount}`,
    row.bankReference === undefined ? '' : `'${row.bankReference}`,
    row.isGrouped === false ? `${magnitude}.00` : grouped(magnitude),
    row.amount < 0n ? 'DB' : 'CR',
  ];
}

function writeDate(date: Temporal.PlainDate): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(date.day)}/${two(date.month)}/${date.year}`;
}

function grouped(amount: bigint): string {
  return `${amount.toString().replaceAll(/\B(?=(?:\d{3})+$)/g, ',')}.00`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
