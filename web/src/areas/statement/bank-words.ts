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
});
