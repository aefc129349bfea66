import { SALE_REPAIRS } from './sale-exceptions.js';

/** How a work item ends: by the calls that do what it asks for, and whether a person may end it with a reason. */
export type WorkEnding = Readonly<{
  /** Calls that end it, as method and path. Empty where only a person's word ends it. */
  calls: readonly string[];
  /** It also ends by itself, when its cause is gone. */
  itself: boolean;
  /** A person may end it with a reason, because the books cannot see what was done about it. */
  byReason: boolean;
  /** Calls by which a person mends the cause first. */
  repairs?: readonly string[];
  words: Readonly<{ en: string; id: string }>;
}>;

/** The one list of the kinds of work items and of what ends each. Exceptions of sales are not named one by one. */
export const WORK_ENDINGS = {
  // Sale and receipt
  quarantine: {
    calls: ['PUT /v1/sales/{saleId}', 'POST /v1/quarantine/{quarantineId}/resolution'],
    itself: true,
    byReason: false,
    words: {
      en: 'Send it again as it should be, or end it with a note.',
      id: 'Kirim ulang dengan benar, atau akhiri dengan catatan.',
    },
  },
  'quarantine-overflow': byReason(
    'See why so much was refused. It ends when there is room again, or with a reason.',
    'Periksa mengapa banyak yang ditolak. Berakhir bila ada ruang lagi, atau dengan alasan.',
  ),
  'receipt-in-doubt': byReason(
    'Look at the paper, print a copy if it is missing, and say so.',
    'Periksa kertasnya, cetak salinan bila tidak ada, lalu sebutkan.',
  ),
  'refund-due': byReason(
    'Give the money back and say how.',
    'Kembalikan uangnya dan sebutkan caranya.',
  ),
  // Stock
  'stock-count': call(
    'POST /v1/stock-counts/{stockCountId}/approval',
    'A second person agrees to the count, or not.',
    'Orang kedua menyetujui hasil hitung itu, atau tidak.',
  ),
  // Cash application
  'bank-statement-refused': {
    calls: ['POST /v1/bank-statements/{statementId}/readings', 'POST /v1/bank-statements'],
    itself: false,
    byReason: true,
    words: {
      en: 'Mend the cause and have it read again, or say why it is not needed.',
      id: 'Perbaiki penyebabnya lalu baca ulang, atau sebutkan mengapa tidak diperlukan.',
    },
  },
  'bank-statement-given-up': {
    calls: ['POST /v1/bank-statements/{statementId}/readings'],
    itself: false,
    byReason: false,
    words: {
      en: 'Mend the cause and go on with the file.',
      id: 'Perbaiki penyebabnya lalu lanjutkan berkas itu.',
    },
  },
  'bank-statement-awaiting-release': {
    calls: ['POST /v1/bank-statements/{statementId}/release'],
    itself: true,
    byReason: false,
    words: {
      en: 'A second person releases the file or rejects it.',
      id: 'Orang kedua melepas berkas itu atau menolaknya.',
    },
  },
  'bank-statement-gap': byReason(
    'Ask the bank for the missing statement and say what came of it.',
    'Minta rekening koran yang kurang dari bank dan sebutkan hasilnya.',
  ),
  'bank-statement-overlap': byReason(
    'Compare the statements that overlap and say what you found.',
    'Bandingkan rekening koran yang tumpang tindih dan sebutkan hasilnya.',
  ),
  'bank-statement-differs': byReason(
    'Compare the counts and sums with the bank and say what you found.',
    'Bandingkan jumlahnya dengan bank dan sebutkan hasilnya.',
  ),
  'bank-lines-refused': byReason(
    'Look at the places that could not be read and say what was done.',
    'Periksa bagian yang tidak terbaca dan sebutkan tindakannya.',
  ),
  'bank-lines-of-other-days': byReason(
    'Look at the lines that were booked on another day and say that they are right.',
    'Periksa baris yang dibukukan pada hari lain dan nyatakan benar.',
  ),
  'bank-lines-repeat-unclear': {
    calls: ['POST /v1/bank-statements/{statementId}/repeats'],
    itself: false,
    byReason: false,
    words: {
      en: 'Say of each line whether it repeats the other or is new money.',
      id: 'Nyatakan untuk tiap baris: pengulangan atau uang baru.',
    },
  },
  'bank-line-to-book': byReason(
    'Book the line where it belongs and say where.',
    'Bukukan baris itu di tempatnya dan sebutkan di mana.',
  ),
  'unapplied-payment': {
    calls: ['POST /v1/payments/{paymentId}/allocations'],
    itself: true,
    byReason: false,
    words: {
      en: 'Apply the payment to what it pays.',
      id: 'Alokasikan pembayaran ke tagihan yang dibayarnya.',
    },
  },
  'payment-reversed': byReason(
    'Speak with the customer about the money that the bank took back, and say what was agreed.',
    'Bicarakan dengan pelanggan uang yang ditarik bank, dan sebutkan kesepakatannya.',
  ),
  'tax-document-missing': byReason(
    'Get the document of the withheld tax and say its number.',
    'Dapatkan bukti potong pajak dan sebutkan nomornya.',
  ),
  // Receivable and dunning
  dispute: call(
    'POST /v1/disputes/{disputeId}/resolution',
    'Resolve the dispute for one side.',
    'Selesaikan sengketa untuk salah satu pihak.',
  ),
  'write-off': call(
    'POST /v1/write-offs/{writeOffId}/approval',
    'A second person agrees to the write-off, or not.',
    'Orang kedua menyetujui penghapusan, atau tidak.',
  ),
  'credit-note': call(
    'POST /v1/credit-note-requests/{creditNoteRequestId}/approval',
    'A second person agrees to the credit note, or not.',
    'Orang kedua menyetujui nota kredit, atau tidak.',
  ),
  'hold-review': {
    calls: ['POST /v1/holds/{holdId}/review', 'POST /v1/holds/{holdId}/release'],
    itself: true,
    byReason: false,
    words: {
      en: 'Keep the hold or release it.',
      id: 'Pertahankan penahanan atau lepaskan.',
    },
  },
  'notice-undeliverable': call(
    'POST /v1/holds/{holdId}/release',
    'Correct the address and release the hold.',
    'Perbaiki alamat lalu lepaskan penahanan.',
  ),
  'mail-undeliverable': byReason(
    'Send the letter another way and say how. It ends when the mail arrives after all.',
    'Kirim surat dengan cara lain dan sebutkan. Berakhir bila surel akhirnya terkirim.',
  ),
  'mail-unconfirmed': byReason(
    'Ask whether the letter arrived and say so.',
    'Tanyakan apakah surat sudah diterima dan sebutkan.',
  ),
  'small-rest': byPlacement(
    'Write the rest off, credit it or wait for it; it ends when nothing is open.',
    'Hapus sisanya, beri nota kredit, atau tunggu; berakhir bila tidak ada yang terbuka.',
  ),
  'returned-by-agency': byPlacement(
    'Place it again, write it off or collect it; it ends when nothing is open.',
    'Serahkan lagi, hapus, atau tagih sendiri; berakhir bila tidak ada yang terbuka.',
  ),
  'not-for-placement': byPlacement(
    'Decide how it is collected; it ends when it is placed or nothing is open.',
    'Putuskan cara penagihannya; berakhir bila diserahkan atau tidak ada yang terbuka.',
  ),
  // Collection
  placement: call(
    'POST /v1/placement-requests/{placementRequestId}/approval',
    'A second person agrees to the placement, or not.',
    'Orang kedua menyetujui penyerahan, atau tidak.',
  ),
  'no-agency': byPlacement(
    'Find an agency that can take the case; it ends when the case is placed.',
    'Cari agen penagihan yang dapat menerima kasus; berakhir bila kasus diserahkan.',
  ),
  'agency-unreachable': {
    calls: ['POST /v1/placements/{placementId}/recall'],
    itself: true,
    byReason: true,
    words: {
      en: 'Call the agency; it ends when the agency takes the message, or with a reason.',
      id: 'Hubungi agen; berakhir bila agen menerima pesan, atau dengan alasan.',
    },
  },
  'direct-payment': {
    calls: [
      'POST /v1/payments/{paymentId}/allocations',
      'POST /v1/placements/{placementId}/recall',
    ],
    itself: true,
    byReason: true,
    words: {
      en: 'Look for the money on our accounts, or say that there is none.',
      id: 'Cari uang itu di rekening kita, atau nyatakan tidak ada.',
    },
  },
  // Company
  'master-change': call(
    'POST /v1/master-changes/{masterChangeId}/approval',
    'A second person agrees to the change, or not.',
    'Orang kedua menyetujui perubahan itu, atau tidak.',
  ),
  'holidays-missing': call(
    'PUT /v1/holidays/{country}/{year}',
    'Give the holidays of the year as they were decreed.',
    'Masukkan hari libur tahun itu sesuai keputusan bersama.',
  ),
  'shadow-sale-late': byReason(
    'The store is live, and the sale came with a day of its shadow: it is not booked. See whether the other system has it, and say so.',
    'Toko sudah aktif, dan penjualan ini datang dengan tanggal masa bayangan: tidak dibukukan. Periksa apakah sistem lama memuatnya, dan sebutkan.',
  ),
  // All stages
  'invariant-broken': byReason(
    'Have the books mended and say how. It comes back while it is broken.',
    'Perbaiki pembukuan dan sebutkan caranya. Muncul lagi selama masih salah.',
  ),
} as const satisfies Readonly<Record<string, WorkEnding>>;

/** Exceptions of a sale that is booked: the books cannot see what a person did about them. */
const OF_A_SALE: WorkEnding = byReason(
  'The sale is booked. See to what did not fit, and say what was done.',
  'Penjualan sudah dibukukan. Periksa yang tidak sesuai dan sebutkan tindakannya.',
);

/** What ends a work item of this kind; undefined for a kind that the list does not know. */
export function endingOf(
  item: Readonly<{ kind: string; subjectKind: string }>,
): WorkEnding | undefined {
  const named: Readonly<Record<string, WorkEnding | undefined>> = WORK_ENDINGS;
  if (named[item.kind] !== undefined || item.subjectKind !== 'sale') return named[item.kind];
  return { ...OF_A_SALE, ...SALE_REPAIRS[item.kind] };
}

function byReason(en: string, id: string): WorkEnding {
  return { calls: [], itself: false, byReason: true, words: { en, id } };
}

function call(path: string, en: string, id: string): WorkEnding {
  return { calls: [path], itself: false, byReason: false, words: { en, id } };
}

function byPlacement(en: string, id: string): WorkEnding {
  const calls = [
    'POST /v1/invoices/{invoiceId}/placements',
    'POST /v1/invoices/{invoiceId}/write-offs',
  ];
  return { calls, itself: true, byReason: false, words: { en, id } };
}
