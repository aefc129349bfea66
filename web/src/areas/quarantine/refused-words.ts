import { defineWords } from '../../words/words.js';

/** Words of what was sent and could not be accepted. */
export const refusedWords = defineWords({
  title: { en: 'Refused post', id: 'Kiriman ditolak' },
  queue: { en: 'Queue', id: 'Antrean' },
  one: { en: 'Refused: {door}', id: 'Ditolak: {door}' },
  open: { en: 'To see to', id: 'Perlu ditangani' },
  resolved: { en: 'Seen to', id: 'Sudah ditangani' },
  door: { en: 'What it was to be', id: 'Seharusnya' },
  'PUT /v1/sales': { en: 'a sale', id: 'penjualan' },
  'POST /v1/sync': { en: 'sales of a till', id: 'penjualan kasir' },
  'POST /v1/bank-statements': { en: 'a bank file', id: 'berkas bank' },
  'POST /v1/agency/placements/{placementId}/acknowledgement': {
    en: 'the answer of an agency',
    id: 'jawaban agen penagihan',
  },
  'POST /v1/agency/placements/{placementId}/events': {
    en: 'a report of an agency',
    id: 'laporan agen penagihan',
  },
  'POST /v1/agency/remittances': { en: 'a remittance of an agency', id: 'setoran agen penagihan' },
  why: { en: 'Why it was refused', id: 'Sebab ditolak' },
  place: { en: 'Where in it', id: 'Letaknya' },
  by: { en: 'Sent by', id: 'Dikirim oleh' },
  when: { en: 'Received', id: 'Diterima' },
  size: { en: 'Size', id: 'Ukuran' },
  bytes: { en: '{n} bytes', id: '{n} bita' },
  kind: { en: 'Kind of content', id: 'Jenis isi' },
  end: { en: 'Seen to by', id: 'Ditangani oleh' },
  none: { en: 'Nothing was refused', id: 'Tidak ada yang ditolak' },
  noneWhy: {
    en: 'What tills, banks and agencies send and nobody can read is kept here, byte for byte.',
    id: 'Kiriman kasir, bank, dan agen yang tidak terbaca disimpan di sini, persis seperti dikirim.',
  },
  content: { en: 'As it was sent', id: 'Persis seperti dikirim' },
  noText: {
    en: 'It is no text; download it to look at it.',
    id: 'Bukan teks; unduh untuk melihatnya.',
  },
  download: { en: 'Download', id: 'Unduh' },
  seen: { en: 'Seen to', id: 'Tandai ditangani' },
  seenTitle: { en: 'What was done about it?', id: 'Apa yang sudah dilakukan?' },
  seenWhy: {
    en: 'It leaves the queue and stays here as it was sent. What is sent again as it should be ends by itself.',
    id: 'Keluar dari antrean dan tetap tersimpan di sini. Yang dikirim ulang dengan benar selesai sendiri.',
  },
  note: { en: 'What was done', id: 'Tindakannya' },
  isSeen: { en: 'It is seen to', id: 'Sudah ditangani' },
  move: { en: 'move', id: 'pindah' },
  state: { en: 'State', id: 'Keadaan' },
});
