import { defineWords } from '../../words/words.js';

/** Words of the stock page. */
export const stockWords = defineWords({
  title: { en: 'Stock', id: 'Persediaan' },
  item: { en: 'Item', id: 'Barang' },
  name: { en: 'Name', id: 'Nama' },
  place: { en: 'Place', id: 'Tempat' },
  onHand: { en: 'There', id: 'Ada' },
  reserved: { en: 'Kept', id: 'Disimpan' },
  available: { en: 'For sale', id: 'Dapat dijual' },
  onOrder: { en: 'On order', id: 'Dipesan' },
  unit: { en: 'Unit', id: 'Satuan' },
  store: { en: 'Store', id: 'Toko' },
  all: { en: 'all', id: 'semua' },
  none: { en: 'Nothing is kept here', id: 'Tidak ada barang di sini' },
  noneWhy: {
    en: 'Stock comes by a receipt of goods or by an import.',
    id: 'Persediaan masuk lewat penerimaan barang atau impor.',
  },
  move: { en: 'move', id: 'pindah' },
  verbs: { en: 'What can be done', id: 'Tindakan' },
  count: { en: 'Count', id: 'Hitung' },
  countOf: { en: 'Count of {item}', id: 'Hasil hitung {item}' },
  booksSay: {
    en: 'The books say {quantity} {unit}, with what is kept for customers.',
    id: 'Menurut pembukuan ada {quantity} {unit}, termasuk yang disimpan untuk pelanggan.',
  },
  counted: { en: 'Counted ({unit})', id: 'Jumlah terhitung ({unit})' },
  why: { en: 'Why, or what was found', id: 'Alasan atau temuannya' },
  cost: { en: 'Cost of one {unit}', id: 'Biaya per {unit}' },
  save: { en: 'Book the difference', id: 'Bukukan selisihnya' },
  booked: { en: 'The count of {item} is booked', id: 'Hasil hitung {item} dibukukan' },
  waits: {
    en: 'The count of {item} waits for a second person',
    id: 'Hasil hitung {item} menunggu orang kedua',
  },
  toEnd: {
    en: 'Count what was sold and not there: the work item ends with it.',
    id: 'Hitung barang yang terjual padahal tidak ada: pekerjaannya selesai dengan itu.',
  },
});
