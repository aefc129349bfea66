import { defineWords } from '../words/words.js';

export const signedInWords = defineWords({
  waiting: { en: 'One moment: you are being signed in.', id: 'Sebentar, Anda sedang dimasukkan.' },
  refused: { en: 'You are not signed in', id: 'Anda belum masuk' },
  back: { en: 'Back to the sign-in page', id: 'Kembali ke halaman masuk' },
  failed: {
    en: 'The server does not answer. Try again in a moment.',
    id: 'Server tidak menjawab. Coba lagi sebentar lagi.',
  },
  proven: {
    en: 'You have signed in again. Close this window and go on in the other one.',
    id: 'Anda sudah masuk lagi. Tutup jendela ini dan lanjutkan di jendela yang tadi.',
  },
  codeTitle: { en: 'Second factor', id: 'Faktor kedua' },
  code: { en: 'Code of your second factor', id: 'Kode faktor kedua' },
  goOn: { en: 'Go on', id: 'Lanjutkan' },
  tested: { en: 'The provider works', id: 'Penyedia ini berfungsi' },
  backToSetup: { en: 'Back to the set-up', id: 'Kembali ke pengaturan' },
  email: { en: 'E-mail', id: 'Surel' },
  notVerified: { en: 'not verified there', id: 'belum dipastikan di sana' },
  groups: { en: 'Groups', id: 'Grup' },
  noGroups: { en: 'none', id: 'tidak ada' },
  role: { en: 'Role here', id: 'Peran di sini' },
  noRole: { en: 'none: this person is not let in', id: 'tidak ada: orang ini tidak dapat masuk' },
  store: { en: 'Store', id: 'Toko' },
  factor: { en: 'Second factor', id: 'Faktor kedua' },
  factorThere: { en: 'asked for by the provider', id: 'ditanyakan oleh penyedia' },
  factorHere: { en: 'not asked for there', id: 'tidak ditanyakan di sana' },
});
