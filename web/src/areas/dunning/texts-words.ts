import { defineWords } from '../../words/words.js';

export const textsWords = defineWords({
  texts: { en: 'Own words of letters', id: 'Kata-kata surat sendiri' },
  ask: { en: 'Ask for own words', id: 'Minta kata-kata sendiri' },
  change: { en: 'Other words', id: 'Kata-kata lain' },
  remove: { en: 'Back to the words of Lunas', id: 'Kembali ke kata-kata Lunas' },
  forWhom: { en: 'For', id: 'Untuk' },
  everybody: {
    en: 'all that have no words of their own',
    id: 'semua yang tidak punya kata-kata sendiri',
  },
  level: { en: 'Reminder', id: 'Pengingat' },
  language: { en: 'Language of the customer', id: 'Bahasa pelanggan' },
  id: { en: 'Indonesian', id: 'Indonesia' },
  en: { en: 'English', id: 'Inggris' },
  subject: { en: 'Subject', id: 'Perihal' },
  opening: { en: 'After the greeting', id: 'Setelah salam' },
  closing: { en: 'Before the regards', id: 'Sebelum penutup' },
  verbs: { en: 'What to do', id: 'Tindakan' },
  close: { en: 'Close', id: 'Tutup' },
  none: { en: 'The words of Lunas are sent', id: 'Kata-kata Lunas yang dikirim' },
  noneWhy: {
    en: 'Own words stand in place of subject, first and last words; what is to be paid stands in every letter.',
    id: 'Kata-kata sendiri menggantikan perihal, pembuka, dan penutup; yang harus dibayar selalu tercantum.',
  },
  fields: { en: 'Put in at the cursor', id: 'Sisipkan di kursor' },
  customerName: { en: 'name of the customer', id: 'nama pelanggan' },
  title: { en: 'title of the letter', id: 'judul surat' },
  toPay: { en: 'what is to be paid', id: 'yang harus dibayar' },
  total: { en: 'total', id: 'total' },
  count: { en: 'number of invoices', id: 'jumlah faktur' },
  phone: { en: 'our telephone', id: 'telepon kami' },
  sellerName: { en: 'our name', id: 'nama kami' },
  preview: { en: 'As it would read today', id: 'Beginilah bunyinya hari ini' },
  ownWords: {
    en: 'With these words. Nothing is sent.',
    id: 'Dengan kata-kata ini. Tidak ada yang dikirim.',
  },
  wordsNow: {
    en: 'With the words that are sent now, until all three are filled.',
    id: 'Dengan kata-kata yang dikirim sekarang, sampai ketiganya terisi.',
  },
  customer: { en: 'Customer', id: 'Pelanggan' },
  nobodyOwes: {
    en: 'Nobody owes anything: there is no letter to show.',
    id: 'Tidak ada yang berutang: tidak ada surat untuk ditampilkan.',
  },
  mayNotSee: {
    en: 'The letter stands here for those who may see what customers owe, such as an AR manager.',
    id: 'Suratnya tampil di sini bagi yang boleh melihat utang pelanggan, misalnya manajer piutang.',
  },
});
