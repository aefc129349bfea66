import { BANK_LOOKS } from './bank-looks.js';
import { ANY_SALE, OF_SALES, SALE_ASK } from './sale-looks.js';
import {
  approval,
  COUNT,
  DECIDE_ON_CHANGES,
  DECIDE_ON_COUNTS,
  DISPUTE,
  HOLD_REVIEW,
  IDENTIFY,
  NOTHING_BOOKED,
  NOTICE_UNDELIVERABLE,
  page,
  PLACE_OR_GIVE_UP,
  QUARANTINE_SEEN,
  recall,
  TO_CUSTOMER,
  TO_MATCHING,
  TO_SALE,
  type WorkVerb,
} from './work-verbs.js';
import { look, type WorkLook } from './work-look.js';

const SHOP = ['shop', 'wait', 'goods'] as const;

/** Every kind of work that has an entry in domain/lifecycle/work-kinds.ts. */
const NAMED: Readonly<Record<string, WorkLook>> = {
  ...BANK_LOOKS,
  quarantine: look(
    ['shop', 'bad', 'refused'],
    [
      { en: 'Sent and not accepted', id: 'Dikirim, tetapi ditolak' },
      { en: 'What becomes of what was refused?', id: 'Bagaimana dengan kiriman yang ditolak?' },
    ],
    [QUARANTINE_SEEN],
  ),
  'quarantine-overflow': look(
    ['shop', 'bad', 'refused'],
    [
      { en: 'Too much was refused', id: 'Terlalu banyak yang ditolak' },
      { en: 'Why is so much of it refused?', id: 'Mengapa begitu banyak yang ditolak?' },
    ],
    [page('v', '/stores', { en: 'Look at the tills', id: 'Lihat kasir' })],
  ),
  'receipt-in-doubt': look(
    ['shop', 'bad', 'printer'],
    [
      { en: 'Was the receipt printed?', id: 'Apakah struk tercetak?' },
      { en: 'Was the receipt printed?', id: 'Apakah struk tercetak?' },
    ],
    [TO_SALE],
  ),
  'refund-due': look(
    ['shop', 'in', 'receipt'],
    [
      { en: 'Owed to the customer', id: 'Harus dikembalikan' },
      { en: 'Give the money back?', id: 'Kembalikan uangnya?' },
    ],
    [TO_SALE],
  ),
  'unapplied-payment': look(
    ['money', 'in', 'cash'],
    [
      { en: 'Whose money is this?', id: 'Uang siapa ini?' },
      { en: 'What does this payment pay?', id: 'Pembayaran ini untuk apa?' },
    ],
    [TO_MATCHING],
  ),
  'payment-reversed': look(
    ['customers', 'over', 'cash'],
    [
      { en: 'The bank took it back', id: 'Ditarik kembali oleh bank' },
      { en: 'What was agreed about the money?', id: 'Apa kesepakatan tentang uangnya?' },
    ],
    [TO_CUSTOMER, { ...TO_MATCHING, words: { en: 'Open the payment', id: 'Buka pembayaran' } }],
  ),
  'tax-document-missing': look(
    ['money', 'wait', 'receipt'],
    [
      { en: 'Tax document missing', id: 'Bukti potong belum ada' },
      { en: 'Where is the document of the tax?', id: 'Di mana bukti potongnya?' },
    ],
    [TO_CUSTOMER],
  ),
  dispute: look(
    ['customers', 'disp', 'dispute'],
    [
      { en: 'Dispute', id: 'Keberatan' },
      { en: 'Is the customer right?', id: 'Apakah pelanggan benar?' },
    ],
    DISPUTE,
  ),
  'write-off': look(
    ['approve', 'off', 'approve'],
    [
      { en: 'Write-off asked for', id: 'Pengajuan penghapusan' },
      { en: 'Give up this money?', id: 'Hapuskan tagihan ini?' },
    ],
    approval('POST /v1/write-offs/{writeOffId}/approval', 'writeOffId', {
      agree: {
        en: 'what is open is given up; type the amount',
        id: 'yang terbuka dihapuskan; ketik jumlahnya',
      },
      reject: NOTHING_BOOKED,
      isFinal: true,
    }),
  ),
  'credit-note': look(
    ['approve', 'off', 'approve'],
    [
      { en: 'Credit note asked for', id: 'Pengajuan nota kredit' },
      { en: 'Credit this amount?', id: 'Beri nota kredit sebesar ini?' },
    ],
    approval(
      'POST /v1/credit-note-requests/{creditNoteRequestId}/approval',
      'creditNoteRequestId',
      {
        agree: {
          en: 'the credit note is issued with its number',
          id: 'nota kredit terbit dengan nomornya',
        },
        reject: NOTHING_BOOKED,
        isFinal: true,
      },
    ),
  ),
  'stock-count': look(
    ['approve', 'wait', 'goods'],
    [
      { en: 'Count of goods', id: 'Hasil hitung barang' },
      { en: 'Book what was counted?', id: 'Bukukan hasil hitung ini?' },
    ],
    approval('POST /v1/stock-counts/{stockCountId}/approval', 'stockCountId', {
      agree: {
        en: 'stock and ledger change by the difference',
        id: 'stok dan buku besar berubah sebesar selisihnya',
      },
      reject: NOTHING_BOOKED,
      roles: DECIDE_ON_COUNTS,
    }),
  ),
  'hold-review': look(
    ['customers', 'wait', 'held'],
    [
      { en: 'Hold to look at again', id: 'Penahanan perlu ditinjau' },
      { en: 'Keep the hold?', id: 'Pertahankan penahanan?' },
    ],
    HOLD_REVIEW,
  ),
  'notice-undeliverable': look(
    ['customers', 'bad', 'mail'],
    [
      { en: 'Reminder not delivered', id: 'Pengingat tidak sampai' },
      { en: 'Where does the reminder go?', id: 'Ke mana pengingat dikirim?' },
    ],
    NOTICE_UNDELIVERABLE,
  ),
  'mail-undeliverable': look(
    ['customers', 'bad', 'mail'],
    [
      { en: 'Letter not delivered', id: 'Surat tidak sampai' },
      { en: 'How else does the letter go?', id: 'Dengan cara apa surat dikirim?' },
    ],
    [TO_CUSTOMER],
  ),
  'mail-unconfirmed': look(
    ['customers', 'wait', 'mail'],
    [
      { en: 'Did the letter arrive?', id: 'Apakah surat sampai?' },
      { en: 'Did the letter arrive?', id: 'Apakah surat sampai?' },
    ],
    [TO_CUSTOMER],
  ),
  'small-rest': look(
    ['customers', 'off', 'cash'],
    [
      { en: 'Small rest', id: 'Sisa kecil' },
      { en: 'Is this rest worth a letter?', id: 'Apakah sisa ini layak ditagih?' },
    ],
    PLACE_OR_GIVE_UP,
  ),
  'returned-by-agency': look(
    ['customers', 'agency', 'agency'],
    [
      { en: 'Back from the agency', id: 'Kembali dari agen penagihan' },
      { en: 'Who collects it now?', id: 'Siapa yang menagihnya sekarang?' },
    ],
    PLACE_OR_GIVE_UP,
  ),
  'not-for-placement': look(
    ['customers', 'agency', 'agency'],
    [
      { en: 'Kept from agencies by rule', id: 'Tidak boleh ke agen penagihan' },
      { en: 'How is this collected?', id: 'Bagaimana ini ditagih?' },
    ],
    PLACE_OR_GIVE_UP,
  ),
  placement: look(
    ['approve', 'agency', 'agency'],
    [
      { en: 'Placement asked for', id: 'Pengajuan penyerahan ke agen' },
      { en: 'Give this to an agency?', id: 'Serahkan ini ke agen penagihan?' },
    ],
    approval('POST /v1/placement-requests/{placementRequestId}/approval', 'placementRequestId', {
      agree: {
        en: 'the agency is told within a minute; type the amount',
        id: 'agen diberi tahu dalam satu menit; ketik jumlahnya',
      },
      reject: NOTHING_BOOKED,
      isFinal: true,
    }),
  ),
  'no-agency': look(
    ['customers', 'agency', 'agency'],
    [
      { en: 'No agency takes it', id: 'Tidak ada agen yang menerima' },
      { en: 'Which agency can take it?', id: 'Agen mana yang dapat menerimanya?' },
    ],
    [
      ...PLACE_OR_GIVE_UP,
      page('l', '/agencies', { en: 'Look at the agencies', id: 'Lihat agen penagihan' }),
    ],
  ),
  'agency-unreachable': look(
    ['customers', 'bad', 'agency'],
    [
      { en: 'Agency does not answer', id: 'Agen tidak menjawab' },
      { en: 'Does the agency know of the case?', id: 'Apakah agen tahu kasusnya?' },
    ],
    [
      recall('subject'),
      page('l', '/agencies', { en: 'Look at the agency', id: 'Lihat agen penagihan' }),
    ],
  ),
  'direct-payment': look(
    ['money', 'agency', 'cash'],
    [
      { en: 'Paid to us, says the agency', id: 'Kata agen, dibayar ke kita' },
      { en: 'Is this money on our account?', id: 'Apakah uangnya ada di rekening kita?' },
    ],
    [
      { ...TO_MATCHING, words: { en: 'Look for the money', id: 'Cari uangnya' }, to: '/matching' },
      recall('detail.placementId'),
    ],
  ),
  'master-change': look(
    ['approve', 'wait', 'approve'],
    [
      { en: 'Change asked for', id: 'Pengajuan perubahan' },
      { en: 'Shall this change hold?', id: 'Berlakukan perubahan ini?' },
    ],
    approval('POST /v1/master-changes/{masterChangeId}/approval', 'masterChangeId', {
      agree: { en: 'it holds from now on', id: 'berlaku mulai sekarang' },
      reject: { en: 'everything stays as it is', id: 'semua tetap seperti sekarang' },
      roles: DECIDE_ON_CHANGES,
    }),
  ),
  'holidays-missing': look(
    ['shop', 'wait', 'receipt'],
    [
      { en: 'Holidays of a year', id: 'Hari libur setahun' },
      { en: 'Which days are holidays?', id: 'Hari apa saja yang libur?' },
    ],
    [page('h', '/setup/holidays', { en: 'Give the holidays', id: 'Isi hari libur' })],
  ),
  'shadow-sale-late': look(
    ['shop', 'wait', 'receipt'],
    [
      { en: 'Came late for the shadow', id: 'Terlambat untuk masa bayangan' },
      {
        en: 'Does the other system have this sale?',
        id: 'Apakah sistem lama memuat penjualan ini?',
      },
    ],
    [page('b', '/stores', { en: 'Look at the stores', id: 'Lihat toko' })],
  ),
  'invariant-broken': look(
    ['money', 'bad', 'refused'],
    [
      { en: 'The books do not hold', id: 'Pembukuan tidak cocok' },
      { en: 'What broke this rule of the books?', id: 'Apa yang melanggar aturan pembukuan?' },
    ],
    [page('b', '/ledger', { en: 'Open the ledger', id: 'Buka buku besar' })],
  ),
};

/** What ends an exception of a sale besides a reason. */
const ENDS_SALE: Readonly<Record<string, readonly WorkVerb[]>> = {
  'stock-short': [COUNT],
  'sku-unknown': [IDENTIFY],
  'barcode-mismatch': [IDENTIFY],
};

/** What the queue shows of a kind; whatever else a sale brought up is shown as an exception of a sale. */
export function lookOf(kind: string): WorkLook {
  const named = NAMED[kind];
  if (named !== undefined) return named;
  const [icon, words] = OF_SALES[kind] ?? ANY_SALE;
  return look([SHOP[0], SHOP[1], icon], [words, SALE_ASK], [TO_SALE, ...(ENDS_SALE[kind] ?? [])]);
}
