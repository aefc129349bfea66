import { defineWords, useWords } from '../../words/words.js';
import type { StatusLook } from '../../ui/status.js';

const words = defineWords({
  captured: { en: 'Sold at {by}', id: 'Dijual di {by}' },
  'line-identified': { en: 'Line {line} was {sku}', id: 'Baris {line} ternyata {sku}' },
  'line-in-suspense-again': {
    en: 'Line {line} is not {sku}',
    id: 'Baris {line} ternyata bukan {sku}',
  },
  delivered: { en: 'Goods handed over', id: 'Barang diserahkan' },
  'delivery-expired': {
    en: 'Goods not collected in time',
    id: 'Barang tidak diambil pada waktunya',
  },
  'copy-requested': { en: 'Copy of the receipt printed', id: 'Salinan struk dicetak' },
  invoiced: { en: 'Invoice issued', id: 'Faktur diterbitkan' },
  'invoice-mailed': { en: 'Invoice mailed', id: 'Faktur dikirim' },
  reminded: { en: 'Reminder {level} sent', id: 'Pengingat {level} dikirim' },
  promised: { en: 'Promise for {promisedFor}', id: 'Janji bayar {promisedFor}' },
  'promise-kept': { en: 'Promise kept', id: 'Janji ditepati' },
  'promise-broken': { en: 'Promise broken', id: 'Janji diingkari' },
  'promise-withdrawn': { en: 'Promise withdrawn', id: 'Janji dicabut' },
  'promise-reopened': { en: 'Promise runs again', id: 'Janji berjalan lagi' },
  disputed: { en: 'Disputed', id: 'Dipersoalkan' },
  'dispute-resolved': { en: 'Dispute settled', id: 'Keberatan diselesaikan' },
  held: { en: 'Held', id: 'Ditahan' },
  'hold-kept': { en: 'Hold kept', id: 'Penahanan diteruskan' },
  released: { en: 'Released', id: 'Penahanan dilepas' },
  'hold-released': { en: 'Released', id: 'Penahanan dilepas' },
  'payment-applied': { en: 'Money joined', id: 'Uang dipasangkan' },
  'deduction-applied': { en: 'Deduction booked', id: 'Potongan dibukukan' },
  'credit-note-applied': { en: 'Credit joined', id: 'Nota kredit dipasangkan' },
  'write-off-applied': { en: 'Written off', id: 'Dihapusbukukan' },
  'allocation-reversed': { en: 'Taken off again', id: 'Dilepas kembali' },
  credited: { en: 'Credit note issued', id: 'Nota kredit diterbitkan' },
  'write-off-requested': { en: 'Write-off asked for', id: 'Penghapusan diminta' },
  placed: { en: 'Given to an agency', id: 'Diserahkan ke agen penagihan' },
  'placement-acknowledged': { en: 'Agency accepted', id: 'Agen menerima' },
  'placement-recalled': { en: 'Recalled from the agency', id: 'Ditarik dari agen' },
  'placement-closed': { en: 'Agency is done', id: 'Agen selesai' },
  'agency-contacted': { en: 'Agency spoke with the customer', id: 'Agen menghubungi pelanggan' },
  'agency-promise': { en: 'Promise to the agency', id: 'Janji kepada agen' },
  'agency-dispute': { en: 'Objection told to the agency', id: 'Keberatan kepada agen' },
  'agency-payment': { en: 'Agency collected', id: 'Agen menerima uang' },
  'agency-uncollectible': {
    en: 'Agency calls it uncollectible',
    id: 'Agen menyatakan tidak tertagih',
  },
  remitted: { en: 'Agency paid it out', id: 'Agen menyetorkan' },
  reopened: { en: 'Open again', id: 'Terbuka lagi' },
  closed: { en: 'Closed', id: 'Selesai' },
});

const LOOKS: Readonly<Record<string, StatusLook>> = {
  captured: { shape: 'captured', family: 'wait' },
  delivered: { shape: 'delivering', family: 'wait' },
  'delivery-expired': { shape: 'cancelled', family: 'off' },
  promised: { shape: 'promised', family: 'wait' },
  'promise-kept': { shape: 'paid', family: 'in' },
  'promise-broken': { shape: 'overdue', family: 'over' },
  'promise-withdrawn': { shape: 'off', family: 'off' },
  disputed: { shape: 'disputed', family: 'disp' },
  held: { shape: 'held', family: 'wait' },
  'payment-applied': { shape: 'paid', family: 'in' },
  'write-off-applied': { shape: 'off', family: 'off' },
  placed: { shape: 'agency', family: 'agency' },
  'agency-payment': { shape: 'paid', family: 'in' },
  remitted: { shape: 'paid', family: 'in' },
  closed: { shape: 'paid', family: 'in' },
};

const PLAIN: StatusLook = { shape: 'captured', family: 'wait' };

export type EventFacts = Readonly<Record<string, string | number>>;

/** What happened, in words; a kind without words of its own says itself. */
export function useEventWords(): (kind: string, facts: EventFacts) => string {
  const say = useWords(words);
  return (kind, facts) => {
    if (!(kind in words)) return kind.replaceAll('-', ' ');
    return say(kind as keyof typeof words, { level: '', promisedFor: '', by: '', ...facts });
  };
}

/** How an event looks in a story. */
export function lookOfEvent(kind: string): StatusLook {
  return LOOKS[kind] ?? PLAIN;
}
