import { defineWords } from '../../words/words.js';

export const setupWords = defineWords({
  title: { en: 'Set-up', id: 'Pengaturan' },
  steps: { en: 'First steps', id: 'Langkah awal' },
  company: { en: 'Company', id: 'Perusahaan' },
  people: { en: 'People', id: 'Orang' },
  keys: { en: 'Keys', id: 'Kunci' },
  imports: { en: 'Imports', id: 'Impor' },
  banks: { en: 'Bank accounts', id: 'Rekening bank' },
  policies: { en: 'Reminders', id: 'Pengingat' },
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
