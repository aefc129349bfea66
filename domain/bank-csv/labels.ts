/** What Indonesian banks write alike, in both languages. */
export const USUAL = {
  currencyDefault: 'IDR',
  number: { decimal: '.', group: ',' },
  creditMarks: ['CR', 'K', 'C', 'KREDIT', 'CREDIT'],
  debitMarks: ['DB', 'D', 'DR', 'DEBET', 'DEBIT'],
  pendingMarks: ['PEND'],
  footer: { opening: [], closing: [], credits: [], debits: [] },
} as const;

/** First cells of the rows above a table. */
export const PREAMBLE_LABELS = {
  account: [
    'No. Rekening',
    'No Rekening',
    'Nomor Rekening',
    'Account No',
    'Account No.',
    'Account Number',
  ],
  currency: ['Mata Uang', 'Kode Mata Uang', 'Currency', 'Ccy'],
  period: ['Periode', 'Periode Transaksi', 'Period'],
} as const;

/** First cells of the rows with balances and totals. */
export const FIGURE_LABELS = {
  opening: ['Saldo Awal', 'Opening Balance'],
  closing: ['Saldo Akhir', 'Closing Balance'],
  credits: ['Mutasi Kredit', 'Total Kredit', 'Total Credit'],
  debits: ['Mutasi Debet', 'Mutasi Debit', 'Total Debet', 'Total Debit'],
} as const;
