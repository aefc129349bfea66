import { defineWords } from '../../words/words.js';

export const accountWords = defineWords({
  title: { en: 'My account', id: 'Akun saya' },
  password: { en: 'Password', id: 'Kata sandi' },
  passwordSays: {
    en: 'A new password signs you out everywhere else.',
    id: 'Kata sandi baru mengeluarkan Anda dari semua tempat lain.',
  },
  passwordThere: {
    en: 'You sign in by {name}: your password is kept and changed there.',
    id: 'Anda masuk lewat {name}: kata sandi Anda disimpan dan diganti di sana.',
  },
  change: { en: 'Change it', id: 'Ganti' },
  changePassword: { en: 'Change the password', id: 'Ganti kata sandi' },
  old: { en: 'Password until now', id: 'Kata sandi saat ini' },
  new: {
    en: 'New password, at least 12 characters',
    id: 'Kata sandi baru, sedikitnya 12 karakter',
  },
  changed: {
    en: 'The password is changed. You are signed out everywhere else.',
    id: 'Kata sandi sudah diganti. Anda sudah keluar dari semua tempat lain.',
  },
  factor: { en: 'Second factor', id: 'Faktor kedua' },
  factorSet: {
    en: 'Whoever signs in as you needs your authenticator app as well.',
    id: 'Untuk masuk sebagai Anda juga diperlukan aplikasi autentikator Anda.',
  },
  factorThere: {
    en: '{name} has asked for a second factor.',
    id: '{name} sudah menanyakan faktor kedua.',
  },
  factorNotSet: {
    en: 'With an authenticator app on your phone, a stolen password alone opens nothing.',
    id: 'Dengan aplikasi autentikator di ponsel, kata sandi yang dicuri saja tidak berguna.',
  },
  factorRequired: {
    en: 'Your role needs a second factor before anything else is open.',
    id: 'Peran Anda memerlukan faktor kedua sebelum yang lain terbuka.',
  },
  set: { en: 'Set it up', id: 'Siapkan' },
  end: { en: 'End it', id: 'Akhiri' },
  endTitle: { en: 'End the second factor', id: 'Akhiri faktor kedua' },
  codeOrRecovery: {
    en: 'Code of the app, or a recovery code',
    id: 'Kode dari aplikasi, atau kode pemulihan',
  },
  ended: { en: 'The second factor has ended.', id: 'Faktor kedua sudah berakhir.' },
  scan: {
    en: 'Scan it with your authenticator app, or type the key there. Then enter the code that it shows.',
    id: 'Pindai dengan aplikasi autentikator Anda, atau ketikkan kuncinya di sana. Lalu isikan kode yang tampil.',
  },
  qr: { en: 'The key of the second factor as a code', id: 'Kunci faktor kedua sebagai kode' },
  key: { en: 'Key', id: 'Kunci' },
  code: { en: 'Code of the app', id: 'Kode dari aplikasi' },
  goOn: { en: 'Go on', id: 'Lanjutkan' },
  ownPassword: { en: 'Your password', id: 'Kata sandi Anda' },
  recovery: { en: 'Recovery codes', id: 'Kode pemulihan' },
  recoverySays: {
    en: 'Each stands in for the app once, should you lose the phone. They are shown only now: write them down.',
    id: 'Masing-masing menggantikan aplikasi satu kali bila ponsel hilang. Hanya tampil sekarang: catatlah.',
  },
  kept: { en: 'I have written them down', id: 'Sudah saya catat' },
  signOut: { en: 'Sign out', id: 'Keluar' },
  failed: {
    en: 'The server does not answer. Try again in a moment.',
    id: 'Server tidak menjawab. Coba lagi sebentar lagi.',
  },
  sessions: { en: 'Where you are signed in', id: 'Tempat Anda masuk' },
  program: { en: 'Program', id: 'Program' },
  address: { en: 'From', id: 'Dari' },
  since: { en: 'Signed in', id: 'Masuk' },
  lastUsed: { en: 'Last used', id: 'Terakhir dipakai' },
  here: { en: 'Here', id: 'Di sini' },
  unknown: { en: 'not told', id: 'tidak disebut' },
  verbs: { en: 'What to do', id: 'Tindakan' },
  endThere: { en: 'Sign out there', id: 'Keluar dari sana' },
  endedThere: { en: 'Signed out there.', id: 'Sudah keluar dari sana.' },
  noSessions: { en: 'Nobody is signed in.', id: 'Tidak ada yang sedang masuk.' },
});
