import { defineWords } from '../../words/words.js';

/** Words of what one person asked for and a second one decides about an invoice. */
export const requestWords = defineWords({
  creditNote: { en: 'Credit note asked for', id: 'Pengajuan nota kredit' },
  placement: { en: 'Placement asked for', id: 'Pengajuan penyerahan ke agen' },
  queue: { en: 'Queue', id: 'Antrean' },
  about: { en: 'What was asked for', id: 'Yang diajukan' },
  amount: { en: 'Amount', id: 'Jumlah' },
  reason: { en: 'Why', id: 'Alasan' },
  obstacle: { en: 'Why the policy would not', id: 'Sebab kebijakan menolak' },
  invoice: { en: 'Invoice', id: 'Faktur' },
  customer: { en: 'Customer', id: 'Pelanggan' },
  asked: { en: 'Asked for', id: 'Diajukan' },
  decided: { en: 'Decided', id: 'Diputuskan' },
  waits: { en: 'a second person decides in the queue', id: 'orang kedua memutuskan di antrean' },
  result: { en: 'What came of it', id: 'Hasilnya' },
  theNote: { en: 'the credit note', id: 'nota kreditnya' },
  theCase: { en: 'the case at the agency', id: 'kasusnya di agen' },
  requested: { en: 'Waits for a second person', id: 'Menunggu orang kedua' },
  approved: { en: 'Agreed', id: 'Disetujui' },
  rejected: { en: 'Rejected', id: 'Ditolak' },
  lapsed: { en: 'Lapsed', id: 'Gugur' },
  lapsedWhy: {
    en: 'It lapses when nothing is left to pay before it is decided.',
    id: 'Gugur bila tidak ada lagi yang harus dibayar sebelum diputuskan.',
  },
});
