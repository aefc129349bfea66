import type { CsvProfile } from './csv-profile.js';

/**
 * Bank Nusa Contoh, an invented bank whose CSV has the habits of Indonesian internet banking: apostrophes before
 * numbers (so that spreadsheets keep their zeros), amounts with and without thousands separators in one file, the
 * direction in a column without a name, the balances below the bookings.
 */
export const BANK_NUSA_CONTOH: CsvProfile = {
  id: 'bank-nusa-contoh',
  bankName: 'Bank Nusa Contoh',
  preamble: {
    account: ['No. Rekening', 'Nomor Rekening'],
    currency: ['Mata Uang'],
    period: ['Periode'],
  },
  currencyDefault: 'IDR',
  columns: {
    bookingDate: { name: 'Tanggal' },
    valueDate: { name: 'Tanggal Valuta' },
    text: [{ name: 'Keterangan' }],
    bankReference: { name: 'No. Referensi' },
    payerName: { name: 'Pengirim' },
    payerAccount: { name: 'Rekening Pengirim' },
    money: {
      kind: 'marked',
      amount: { name: 'Jumlah' },
      direction: { name: 'Jumlah', shift: 1 },
    },
  },
  header: [
    { name: 'Tanggal' },
    { name: 'Tanggal Valuta' },
    { name: 'Keterangan' },
    { name: 'Pengirim' },
    { name: 'Jumlah' },
  ],
  dateFormats: ['DD/MM/YYYY'],
  number: { decimal: '.', group: ',' },
  creditMarks: ['CR', 'K'],
  debitMarks: ['DB', 'D'],
  pendingMarks: ['PEND'],
  footer: {
    opening: ['Saldo Awal'],
    closing: ['Saldo Akhir'],
    credits: ['Mutasi Kredit'],
    debits: ['Mutasi Debet', 'Mutasi Debit'],
  },
};
