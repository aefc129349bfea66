import { defineWords } from '../../words/words.js';

export const storesWords = defineWords({
  title: { en: 'Stores and tills', id: 'Toko dan kasir' },
  till: { en: 'Till', id: 'Kasir' },
  name: { en: 'Name', id: 'Nama' },
  place: { en: 'Sells from', id: 'Menjual dari' },
  printer: { en: 'Printer', id: 'Printer' },
  state: { en: 'State', id: 'Keadaan' },
  enrolled: { en: 'Enrolled', id: 'Terdaftar' },
  waits: { en: 'Waits for its code', id: 'Menunggu kode' },
  off: { en: 'Switched off', id: 'Dimatikan' },
  enrol: { en: 'Enrol by code', id: 'Daftarkan dengan kode' },
  verbs: { en: 'What to do', id: 'Tindakan' },
  codeTitle: { en: 'The code of till {till}', id: 'Kode kasir {till}' },
  codeSays: {
    en: 'Enter it at the till. It is shown once, works once, and until {until}; the key that the till has now ends with it.',
    id: 'Masukkan di kasir. Kode ini hanya tampil sekali, dipakai sekali, dan berlaku sampai {until}; kunci kasir yang sekarang berakhir karenanya.',
  },
  addStore: { en: 'Add a store', id: 'Tambah toko' },
  addTill: { en: 'Add a till', id: 'Tambah kasir' },
  code: { en: 'Code', id: 'Kode' },
  address: { en: 'Address', id: 'Alamat' },
  phone: { en: 'Telephone', id: 'Telepon' },
  store: { en: 'Store', id: 'Toko' },
  noPrinter: { en: 'none', id: 'tidak ada' },
  none: { en: 'There is no store yet', id: 'Belum ada toko' },
  noneWhy: {
    en: 'A store comes with a place from which its tills sell.',
    id: 'Toko dibuat beserta tempat barang yang dijual kasirnya.',
  },
  noTill: { en: 'No till yet', id: 'Belum ada kasir' },
  save: { en: 'Add', id: 'Tambah' },
});
