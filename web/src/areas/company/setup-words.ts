import { defineWords } from '../../words/words.js';

export const setupWords = defineWords({
  title: { en: 'Set-up', id: 'Pengaturan' },
  steps: { en: 'First steps', id: 'Langkah awal' },
  company: { en: 'Company', id: 'Perusahaan' },
  people: { en: 'People', id: 'Orang' },
  providers: { en: 'Identity providers', id: 'Penyedia identitas' },
  keys: { en: 'Keys', id: 'Kunci' },
  imports: { en: 'Imports', id: 'Impor' },
  banks: { en: 'Bank accounts', id: 'Rekening bank' },
  sections: { en: 'Parts of the set-up', id: 'Bagian pengaturan' },
  identity: { en: 'Name and tax number', id: 'Nama dan NPWP' },
  numbers: { en: 'Invoice numbers', id: 'Nomor faktur' },
  accounts: { en: 'Chart of accounts', id: 'Bagan akun' },
  moneyRules: { en: 'Money', id: 'Uang' },
  taxes: { en: 'Taxes', id: 'Pajak' },
  tenders: { en: 'Ways to pay', id: 'Cara bayar' },
  limits: { en: 'Approval limits', id: 'Batas persetujuan' },
  reminders: { en: 'Reminders', id: 'Pengingat' },
  policies: { en: 'When', id: 'Kapan' },
  agencies: { en: 'Agencies', id: 'Agen penagihan' },
  texts: { en: 'Own words', id: 'Kata-kata sendiri' },
  holidays: { en: 'Holidays', id: 'Hari libur' },
  alsoHere: { en: 'There from the beginning', id: 'Sudah ada sejak awal' },
  ready: {
    en: 'Everything for sales, receipts, invoices and letters is set up',
    id: 'Semua untuk penjualan, struk, faktur, dan surat sudah siap',
  },
  readyWhy: {
    en: 'Change it at any time; what was sold before stays as it was.',
    id: 'Dapat diubah kapan saja; yang sudah terjual tetap seperti semula.',
  },
  neededFor: { en: 'Needed for {what}', id: 'Diperlukan untuk {what}' },
  sale: { en: 'the first sale', id: 'penjualan pertama' },
  receipt: { en: 'the first receipt', id: 'struk pertama' },
  invoice: { en: 'the first invoice', id: 'faktur pertama' },
  letter: { en: 'the first letter', id: 'surat pertama' },
  done: { en: 'Done', id: 'Selesai' },
  open: { en: 'Open', id: 'Terbuka' },
  here: { en: 'Do it here', id: 'Kerjakan di sini' },
  byCall: { en: 'By {call}', id: 'Lewat {call}' },
  left: {
    en: '{n, plural, one {1 step is left} other {# steps are left}}',
    id: '{n} langkah lagi',
  },
  ten: {
    en: 'A shop goes from nothing to its first sale in ten minutes. You can leave at any step.',
    id: 'Dari kosong sampai penjualan pertama cukup sepuluh menit. Anda boleh berhenti di langkah mana pun.',
  },
});

/** What the parts are for that no first step leads to. */
export const partWords = defineWords({
  providers: {
    en: 'sign-in with the account of the company',
    id: 'masuk dengan akun perusahaan',
  },
  numbers: {
    en: 'form and first number of each year, without gaps',
    id: 'bentuk dan nomor pertama tiap tahun, tanpa lubang',
  },
  accounts: { en: 'what is booked where', id: 'apa dibukukan ke mana' },
  taxes: {
    en: 'rates with the day from which they hold',
    id: 'tarif dengan hari mulai berlakunya',
  },
  tenders: {
    en: 'limits, and what a till accepts without a connection',
    id: 'batas, dan yang diterima kasir tanpa koneksi',
  },
  limits: {
    en: 'up to which amount one person decides alone',
    id: 'sampai jumlah berapa satu orang memutuskan sendiri',
  },
  agencies: {
    en: 'their terms, commission and keys',
    id: 'syarat, komisi, dan kuncinya',
  },
  texts: {
    en: 'what reminders say before and after what is to be paid',
    id: 'kata-kata pengingat sebelum dan sesudah yang harus dibayar',
  },
  holidays: {
    en: 'days on which no customer is reminded',
    id: 'hari tanpa pengingat ke pelanggan',
  },
});
