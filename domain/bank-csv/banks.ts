import type { CsvColumn, CsvProfile } from '../statement/csv-profile.js';
import { PREAMBLE_LABELS, USUAL } from './labels.js';

/**
 * The CSV of Indonesian banks, written from what users of their internet banking publish: the banks document none of these
 * files. Where a bank has several exports, each is a profile.
 */
const BCA_DATE: CsvColumn = { name: 'Tanggal Transaksi', also: ['Tanggal', 'Date'] };
const BCA_TEXT: CsvColumn = { name: 'Keterangan', also: ['Description'] };
const BCA_BRANCH: CsvColumn = { name: 'Cabang', also: ['CBG', 'Branch'] };
const BCA_AMOUNT: CsvColumn = { name: 'Jumlah', also: ['Mutasi', 'Amount'] };
const BCA_BALANCE: CsvColumn = { name: 'Saldo', also: ['Balance'] };

const BCA = {
  ...USUAL,
  bankName: 'BCA',
  preamble: PREAMBLE_LABELS,
  dateFormats: ['DD/MM/YYYY', 'DD/MM/YY', 'DD/MM'],
  pendingMarks: ['PEND'],
  footer: {
    opening: ['Saldo Awal'],
    closing: ['Saldo Akhir'],
    credits: ['Mutasi Kredit'],
    debits: ['Mutasi Debet', 'Mutasi Debit'],
  },
} as const;

/** KlikBCA Individual: the direction stands in a column without a name, and days have no year. */
const BCA_PERSONAL: CsvProfile = {
  ...BCA,
  id: 'bca-personal',
  columns: {
    bookingDate: BCA_DATE,
    text: [BCA_TEXT],
    money: { kind: 'marked', amount: BCA_AMOUNT, direction: { ...BCA_AMOUNT, shift: 1 } },
    balance: BCA_BALANCE,
  },
  header: [BCA_DATE, BCA_TEXT, BCA_BRANCH, BCA_AMOUNT, BCA_BALANCE],
};

/** KlikBCA Bisnis: CR or DB stands behind the amount. */
const BCA_BUSINESS: CsvProfile = {
  ...BCA,
  id: 'bca-business',
  columns: {
    bookingDate: BCA_DATE,
    text: [BCA_TEXT],
    money: { kind: 'marked', amount: BCA_AMOUNT },
    balance: BCA_BALANCE,
  },
  header: [BCA_DATE, BCA_TEXT, BCA_BRANCH, BCA_AMOUNT, BCA_BALANCE],
};

const MANDIRI_DATE: CsvColumn = { name: 'Date' };
const MANDIRI_TEXT: CsvColumn = { name: 'Description' };
const MANDIRI_DEBIT: CsvColumn = { name: 'Debit' };
const MANDIRI_CREDIT: CsvColumn = { name: 'Credit' };
const MANDIRI_ACCOUNT: CsvColumn = { name: 'Account No', also: ['Account No.', 'AccountNo'] };

/** Mandiri Cash Management: each row names our account, and there are no balances. */
const MANDIRI: CsvProfile = {
  ...USUAL,
  id: 'mandiri',
  bankName: 'Mandiri',
  preamble: { account: [], currency: [], period: [] },
  dateFormats: ['DD/MM/YY', 'DD/MM/YYYY'],
  columns: {
    account: MANDIRI_ACCOUNT,
    bookingDate: MANDIRI_DATE,
    valueDate: { name: 'Val. Date', also: ['Value Date'] },
    text: [MANDIRI_TEXT, { name: 'Description', nth: 2 }],
    bankReference: { name: 'Reference No.', also: ['Reference No'] },
    money: { kind: 'sides', debit: MANDIRI_DEBIT, credit: MANDIRI_CREDIT },
    balance: { name: 'Balance', also: ['Close Balance'] },
  },
  header: [MANDIRI_ACCOUNT, MANDIRI_DATE, MANDIRI_TEXT, MANDIRI_DEBIT, MANDIRI_CREDIT],
};

const BRI_ACCOUNT: CsvColumn = { name: 'NOREK', also: ['NO_REKENING'] };
const BRI_DATE: CsvColumn = { name: 'TGL_TRAN', also: ['TGL_TRANSAKSI'] };
const BRI_TEXT: CsvColumn = { name: 'DESK_TRAN', also: ['DESKRIPSI'] };
const BRI_DEBIT: CsvColumn = { name: 'MUTASI_DEBET', also: ['DEBET'] };
const BRI_CREDIT: CsvColumn = { name: 'MUTASI_KREDIT', also: ['KREDIT'] };
const BRI_BALANCE: CsvColumn = { name: 'SALDO_AKHIR_MUTASI', also: ['SALDO_AKHIR'] };

/** BRI Cash Management. Its `SEQ` is shared by a transfer and its fee, so that it identifies no line. */
const BRI_CMS: CsvProfile = {
  ...USUAL,
  id: 'bri-cms',
  bankName: 'BRI',
  preamble: { account: [], currency: [], period: [] },
  dateFormats: ['YYYY-MM-DD', 'DD/MM/YYYY', 'DD/MM/YY'],
  columns: {
    account: BRI_ACCOUNT,
    bookingDate: BRI_DATE,
    valueDate: { name: 'TGL_EFEKTIF' },
    text: [BRI_TEXT, { name: 'REMARK_CUSTOM' }],
    money: { kind: 'sides', debit: BRI_DEBIT, credit: BRI_CREDIT },
    balance: BRI_BALANCE,
  },
  header: [BRI_ACCOUNT, BRI_DATE, BRI_TEXT, BRI_DEBIT, BRI_CREDIT, BRI_BALANCE],
};

const BRI_IB_DATE: CsvColumn = { name: 'Tanggal Transaksi', also: ['Tanggal'] };
const BRI_IB_TEXT: CsvColumn = { name: 'Uraian Transaksi' };
const BRI_IB_TELLER: CsvColumn = { name: 'Teller' };
const DEBET: CsvColumn = { name: 'Debet', also: ['Debit'] };
const KREDIT: CsvColumn = { name: 'Kredit', also: ['Credit'] };
const SALDO: CsvColumn = { name: 'Saldo', also: ['Balance'] };

/** BRI internet banking: decimals begin with a comma. */
const BRI_INTERNET: CsvProfile = {
  ...USUAL,
  id: 'bri-internet',
  bankName: 'BRI',
  preamble: PREAMBLE_LABELS,
  dateFormats: ['DD/MM/YY', 'DD/MM/YYYY'],
  number: { decimal: ',', group: '.' },
  columns: {
    bookingDate: BRI_IB_DATE,
    text: [BRI_IB_TEXT],
    money: { kind: 'sides', debit: DEBET, credit: KREDIT },
    balance: SALDO,
  },
  header: [BRI_IB_DATE, BRI_IB_TEXT, BRI_IB_TELLER, DEBET, KREDIT],
};

const BNI_DATE: CsvColumn = { name: 'Post Date', also: ['Posting Date'] };
const BNI_JOURNAL: CsvColumn = { name: 'Journal No', also: ['Journal No.'] };
const BNI_TEXT: CsvColumn = { name: 'Description' };

/** BNI Direct. One journal number may have several rows (a transfer and its fee), so that it identifies no line. */
const BNI: CsvProfile = {
  ...USUAL,
  id: 'bni',
  bankName: 'BNI',
  preamble: PREAMBLE_LABELS,
  dateFormats: ['DD/MM/YY', 'DD/MM/YYYY'],
  columns: {
    bookingDate: BNI_DATE,
    valueDate: { name: 'Value Date' },
    text: [BNI_TEXT],
    money: { kind: 'sides', debit: MANDIRI_DEBIT, credit: MANDIRI_CREDIT },
    balance: SALDO,
  },
  header: [BNI_DATE, BNI_JOURNAL, BNI_TEXT, MANDIRI_DEBIT, MANDIRI_CREDIT],
};

const CIMB_DATE: CsvColumn = { name: 'Tanggal', also: ['Tanggal Transaksi'] };
const CIMB_TEXT: CsvColumn = { name: 'Deskripsi' };

/** CIMB Niaga OCTO: the month is a name. */
const CIMB_NIAGA: CsvProfile = {
  ...USUAL,
  id: 'cimb-niaga',
  bankName: 'CIMB Niaga',
  preamble: PREAMBLE_LABELS,
  dateFormats: ['DD-MMM-YYYY', 'DD MMM YYYY', 'DD/MM/YYYY'],
  columns: {
    bookingDate: CIMB_DATE,
    text: [CIMB_TEXT],
    money: { kind: 'sides', debit: DEBET, credit: KREDIT },
    balance: SALDO,
  },
  header: [CIMB_DATE, CIMB_TEXT, DEBET, KREDIT, SALDO],
};

const PERMATA_DATE: CsvColumn = { name: 'Posting Date', also: ['Post Date'] };
const PERMATA_VALUE_DATE: CsvColumn = { name: 'Eff Date', also: ['Effective Date'] };
const PERMATA_TEXT: CsvColumn = {
  name: 'Transaction Desc',
  also: ['Transaction Description', 'Description'],
};

const PERMATA: CsvProfile = {
  ...USUAL,
  id: 'permata',
  bankName: 'Permata',
  preamble: PREAMBLE_LABELS,
  dateFormats: ['DD/MM/YYYY', 'DD/MM/YY'],
  columns: {
    bookingDate: PERMATA_DATE,
    valueDate: PERMATA_VALUE_DATE,
    text: [PERMATA_TEXT],
    bankReference: { name: 'Ref No', also: ['Ref No.', 'Reference No'] },
    money: { kind: 'sides', debit: MANDIRI_DEBIT, credit: MANDIRI_CREDIT },
    balance: SALDO,
  },
  header: [PERMATA_DATE, PERMATA_VALUE_DATE, PERMATA_TEXT, MANDIRI_DEBIT, MANDIRI_CREDIT],
};

/** Every bank whose CSV is known without a person. */
export const KNOWN_BANKS: readonly CsvProfile[] = [
  BCA_PERSONAL,
  BCA_BUSINESS,
  MANDIRI,
  BRI_CMS,
  BRI_INTERNET,
  BNI,
  CIMB_NIAGA,
  PERMATA,
];
