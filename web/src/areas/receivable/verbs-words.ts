import { defineWords } from '../../words/words.js';

export const verbWords = defineWords({
  promise: { en: 'Promise', id: 'Janji' },
  dispute: { en: 'Dispute', id: 'Keberatan' },
  hold: { en: 'Hold', id: 'Tahan' },
  promiseTitle: { en: 'What does the customer promise?', id: 'Apa yang dijanjikan pelanggan?' },
  disputeTitle: { en: 'What does the customer object to?', id: 'Apa keberatan pelanggan?' },
  holdTitle: { en: 'Hold letters and the agency back', id: 'Tahan surat dan agen penagihan' },
  amount: { en: 'Amount', id: 'Jumlah' },
  for: { en: 'To be paid by', id: 'Dibayar paling lambat' },
  heard: { en: 'Heard', id: 'Disampaikan lewat' },
  phone: { en: 'by phone', id: 'telepon' },
  email: { en: 'by e-mail', id: 'surel' },
  letter: { en: 'by letter', id: 'surat' },
  visit: { en: 'on a visit', id: 'kunjungan' },
  message: { en: 'by message', id: 'pesan' },
  reason: { en: 'Why', id: 'Sebab' },
  until: {
    en: 'Last day (until released when empty)',
    id: 'Hari terakhir (kosong: sampai dilepas)',
  },
  record: { en: 'Record', id: 'Catat' },
  promised: { en: 'Promise recorded; letters wait', id: 'Janji dicatat; surat menunggu' },
  disputed: { en: 'Dispute recorded; letters wait', id: 'Keberatan dicatat; surat menunggu' },
  held: { en: 'Held; letters wait', id: 'Ditahan; surat menunggu' },
});
