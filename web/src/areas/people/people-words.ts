import { defineWords } from '../../words/words.js';

export const peopleWords = defineWords({
  title: { en: 'People', id: 'Orang' },
  add: { en: 'Add a person', id: 'Tambah orang' },
  name: { en: 'Name', id: 'Nama' },
  email: { en: 'E-mail', id: 'Surel' },
  role: { en: 'Role', id: 'Peran' },
  store: { en: 'Store', id: 'Toko' },
  agency: { en: 'Agency', id: 'Agen penagihan' },
  all: { en: 'all', id: 'semua' },
  state: { en: 'State', id: 'Keadaan' },
  active: { en: 'May sign in', id: 'Boleh masuk' },
  invited: { en: 'Has a code', id: 'Punya kode' },
  disabled: { en: 'Disabled', id: 'Dinonaktifkan' },
  disable: { en: 'Disable', id: 'Nonaktifkan' },
  enable: { en: 'Enable', id: 'Aktifkan' },
  reset: { en: 'New password', id: 'Kata sandi baru' },
  verbs: { en: 'What to do', id: 'Tindakan' },
  save: { en: 'Add', id: 'Tambah' },
  codeTitle: { en: 'The code for {name}', id: 'Kode untuk {name}' },
  codeSays: {
    en: 'Give it to the person yourself. It is shown once and valid until {until}. On the sign-in page it is entered under "I have a code".',
    id: 'Berikan sendiri kepada orangnya. Kode ini hanya tampil sekali dan berlaku sampai {until}. Di halaman masuk, isikan di "Saya punya kode".',
  },
  nowDisabled: { en: '{name} cannot sign in any more.', id: '{name} tidak dapat masuk lagi.' },
  nowEnabled: { en: '{name} may sign in again.', id: '{name} dapat masuk lagi.' },
  total: {
    en: '{n, plural, one {1 person} other {# people}}, {active} may sign in',
    id: '{n} orang, {active} boleh masuk',
  },
});
