import { defineWords } from '../../words/words.js';

/** How the file of an unknown bank is read. */
export const bankWords = defineWords({
  day: { en: 'Day', id: 'Tanggal' },
  text: { en: 'Text', id: 'Keterangan' },
  amount: { en: 'Amount', id: 'Jumlah' },
  creditDebit: { en: 'Money in, money out', id: 'Uang masuk, uang keluar' },
  balance: { en: 'Balance', id: 'Saldo' },
  payer: { en: 'Payer', id: 'Pembayar' },
  decimals: { en: 'Sign before decimals', id: 'Tanda desimal' },
  suffix: { en: 'CR or DB behind it', id: 'CR atau DB di belakangnya' },
  beside: { en: 'CR or DB in the next column', id: 'CR atau DB di kolom sebelahnya' },
  column: { en: 'CR or DB in a column of its own', id: 'CR atau DB di kolom sendiri' },
  signed: { en: 'minus is money out', id: 'minus berarti uang keluar' },
  place: { en: 'Place', id: 'Tempat' },
  firstLines: { en: 'Its first lines would be', id: 'Baris pertamanya akan terbaca begini' },
  bank: { en: 'Which bank is it?', id: 'Ini bank apa?' },
  whichDay: { en: 'How are days written?', id: 'Bagaimana tanggal ditulis?' },
  choose: { en: 'Choose', id: 'Pilih' },
  confirm: { en: 'Yes, read it so', id: 'Ya, baca seperti ini' },
  kept: {
    en: 'Files of {bank} are read so from now on',
    id: 'Mulai sekarang berkas {bank} dibaca seperti ini',
  },
  profiles: { en: 'How banks are read', id: 'Cara membaca bank' },
  bankHead: { en: 'Bank', id: 'Bank' },
  code: { en: 'Code', id: 'Kode' },
  header: { en: 'Columns of its files', id: 'Kolom berkasnya' },
  verbs: { en: 'What can be done', id: 'Tindakan' },
  change: { en: 'Change', id: 'Ubah' },
  changeOf: { en: 'How files of {bank} are read', id: 'Cara membaca berkas {bank}' },
  save: { en: 'Save', id: 'Simpan' },
  closingLabel: {
    en: 'First words of the row with the closing balance',
    id: 'Awal baris saldo akhir',
  },
  changed: {
    en: 'Files of {bank} are read so from now on. What was read before stays.',
    id: 'Mulai sekarang berkas {bank} dibaca begini. Yang sudah terbaca tetap.',
  },
  remove: { en: 'Read no longer', id: 'Hentikan' },
  removed: { en: 'Files of {bank} are unknown again', id: 'Berkas {bank} tidak dikenal lagi' },
  none: { en: 'No bank was taught yet', id: 'Belum ada bank yang diajarkan' },
  noneWhy: {
    en: 'CSV and Excel files of BCA, Mandiri, BRI, BNI, CIMB Niaga and Permata are known without a person. Hand in a file of another bank: how it could be read is proposed, and stands here once you agree.',
    id: 'Berkas CSV dan Excel BCA, Mandiri, BRI, BNI, CIMB Niaga, dan Permata sudah dikenal. Serahkan berkas bank lain: cara membacanya diusulkan, dan tercatat di sini setelah Anda setuju.',
  },
});
