import { defineWords, useWords } from '../../words/words.js';

/** What an agency reports, and what it is told, by their names in the API. */
const reportWords = defineWords({
  contacted: { en: 'Contact with the debtor', id: 'Kontak dengan penunggak' },
  promise: { en: 'Promise', id: 'Janji bayar' },
  dispute: { en: 'Dispute', id: 'Keberatan' },
  payment: { en: 'Payment to the agency', id: 'Pembayaran ke agen' },
  direct_payment: { en: 'Payment to the seller, seen', id: 'Pembayaran ke penjual, terlihat' },
  plan: { en: 'Plan of instalments', id: 'Rencana cicilan' },
  skip_trace: { en: 'Debtor is being searched for', id: 'Penunggak dicari' },
  legal: { en: 'Legal action', id: 'Tindakan hukum' },
  uncollectible: { en: 'Cannot be collected', id: 'Tidak tertagih' },
  closed: { en: 'Closed by the agency', id: 'Ditutup agen' },
  'placement.created': { en: 'Case placed', id: 'Kasus diserahkan' },
  'placement.direct_payment': { en: 'Paid to us', id: 'Dibayar ke kami' },
  'placement.adjusted': { en: 'Case became smaller or larger', id: 'Kasus berubah jumlahnya' },
  'placement.recalled': { en: 'Case recalled', id: 'Kasus ditarik' },
});

/** Names a kind of report or message; one that is new is shown as the API calls it. */
export function useReportWords(): (type: string) => string {
  const say = useWords(reportWords);
  return (type) =>
    Object.hasOwn(reportWords, type) ? say(type as keyof typeof reportWords) : type;
}
