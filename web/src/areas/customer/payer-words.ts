import { defineWords } from '../../words/words.js';

export const payerWords = defineWords({
  title: { en: 'How its payments are recognised', id: 'Cara mengenali pembayarannya' },
  from: { en: 'Accounts it pays from', id: 'Rekening asal pembayaran' },
  into: { en: 'Virtual accounts it pays into', id: 'Virtual account tujuan' },
  noAlias: { en: 'None is known yet', id: 'Belum ada yang dikenal' },
  noAccount: { en: 'It has none', id: 'Belum punya' },
  byHand: { en: 'noted by a person', id: 'dicatat oleh petugas' },
  learned: {
    en: 'learned from {n, plural, one {1 payment} other {# payments}}',
    id: 'dikenal dari {n} pembayaran',
  },
  forAll: { en: '{bank}, for all that it pays', id: '{bank}, untuk semua pembayaran' },
  forInvoice: { en: '{bank}, for {invoice} only', id: '{bank}, hanya untuk {invoice}' },
  ended: { en: 'ended', id: 'berakhir' },
  end: { en: 'End', id: 'Akhiri' },
  again: { en: 'Use again', id: 'Pakai lagi' },
  addAlias: { en: 'Add an account', id: 'Tambah rekening' },
  addAccount: { en: 'Add a virtual account', id: 'Tambah virtual account' },
  account: { en: 'Account number', id: 'Nomor rekening' },
  number: { en: 'Number', id: 'Nomor' },
  bank: { en: 'Bank code', id: 'Kode bank' },
  save: { en: 'Save', id: 'Simpan' },
  aliasAdded: {
    en: 'Payments from {account} are recognised',
    id: 'Pembayaran dari {account} akan dikenali',
  },
  aliasEnded: {
    en: 'Payments from {account} are not recognised any more',
    id: 'Pembayaran dari {account} tidak dikenali lagi',
  },
  accountAdded: {
    en: 'Payments into {number} are recognised',
    id: 'Pembayaran ke {number} akan dikenali',
  },
  accountEnded: {
    en: 'Payments into {number} are not recognised any more',
    id: 'Pembayaran ke {number} tidak dikenali lagi',
  },
});
