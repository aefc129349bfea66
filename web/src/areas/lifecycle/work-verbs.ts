import { APPROVERS, FINANCE_WRITERS, MASTER_WRITERS } from '../../../../contract/roles.js';

/** A text in both languages. */
type Text = Readonly<{ en: string; id: string }>;

/** What a person fills in before a verb goes. */
export type VerbField = Readonly<{
  name: string;
  kind: 'text' | 'date' | 'money';
  words: Text;
  optional?: true;
}>;

/**
 * Something that is done about a work item by one call. Parameters and values of the body name where they are found in
 * the item: `subject`, `customer`, or a place in its `detail`.
 */
export type CallVerb = Readonly<{
  key: string;
  words: Text;
  about: Text;
  /** Method and path. */
  call: string;
  params: Readonly<Record<string, string>>;
  body?: Readonly<Record<string, string>>;
  /** Values of the body that are found in the item. */
  bodyFrom?: Readonly<Record<string, string>>;
  fields?: readonly VerbField[];
  /** It cannot come back: the amount is typed first. */
  isFinal?: true;
  roles: readonly string[];
}>;

/** Something that is done on another page. `{subject}`, `{sale}` and places of the detail are filled in. */
export type LinkVerb = Readonly<{ key: string; words: Text; about: Text; to: string }>;

export type WorkVerb = CallVerb | LinkVerb;

export function isLink(verb: WorkVerb): verb is LinkVerb {
  return 'to' in verb;
}

const WHY: VerbField = { name: 'reason', kind: 'text', words: { en: 'Why', id: 'Alasannya' } };

/** A second person agrees to what the first one asked for, or not. */
export function approval(
  call: string,
  param: string,
  about: Readonly<{ agree: Text; reject: Text; isFinal?: true; roles?: readonly string[] }>,
): readonly WorkVerb[] {
  const both = { call, params: { [param]: 'subject' }, roles: about.roles ?? APPROVERS };
  return [
    {
      ...both,
      key: 'a',
      words: { en: 'Agree', id: 'Setujui' },
      about: about.agree,
      body: { decision: 'approved' },
      ...(about.isFinal === undefined ? {} : { isFinal: about.isFinal }),
    },
    {
      ...both,
      key: 'r',
      words: { en: 'Refuse', id: 'Tolak' },
      about: about.reject,
      body: { decision: 'rejected' },
    },
  ];
}

export const DECIDE_ON_CHANGES = [...MASTER_WRITERS, ...APPROVERS];

export const DECIDE_ON_COUNTS = [...DECIDE_ON_CHANGES, 'storeManager'];

export const NOTHING_BOOKED: Text = {
  en: 'nothing is booked, who asked sees it',
  id: 'tidak ada yang dibukukan, pemohon melihatnya',
};

/** The page of the sale, where its papers are. */
export const TO_SALE: LinkVerb = {
  key: 'o',
  words: { en: 'Open the sale', id: 'Buka penjualan' },
  about: { en: 'its story, paper and goods', id: 'riwayat, kertas, dan barangnya' },
  to: '/sales/{sale}',
};

/** Goods that were sold and not there: the count ends the question. */
export const COUNT: LinkVerb = {
  key: 'h',
  words: { en: 'Count the goods', id: 'Hitung barangnya' },
  about: {
    en: 'the difference is booked, and this ends',
    id: 'selisihnya dibukukan, dan ini selesai',
  },
  to: '/stock?question={id}',
};

/** A sold item that nobody knew: saying what it was ends the question. */
export const IDENTIFY: LinkVerb = {
  key: 'w',
  words: { en: 'Say what it was', id: 'Sebutkan barangnya' },
  about: {
    en: 'stock, cost and tax follow the item, and this ends',
    id: 'stok, biaya, dan pajak mengikuti barangnya, dan ini selesai',
  },
  to: '/stock?view=suspense',
};

export const TO_CUSTOMER: LinkVerb = {
  key: 'c',
  words: { en: 'Open the customer', id: 'Buka pelanggan' },
  about: { en: 'contacts, limit and what is open', id: 'kontak, batas, dan yang terbuka' },
  to: '/customers/{customer}',
};

export const TO_MATCHING: LinkVerb = {
  key: 'm',
  words: { en: 'Match it', id: 'Pasangkan' },
  about: { en: 'to what it pays', id: 'dengan yang dibayarnya' },
  to: '/matching?payment={subject}',
};

export const TO_FILE: LinkVerb = {
  key: 'o',
  words: { en: 'Open the file', id: 'Buka berkas' },
  about: { en: 'its lines and their outcome', id: 'baris dan hasilnya' },
  to: '/bank-files?file={subject}',
};

export const READ_AGAIN: CallVerb = {
  key: 'r',
  words: { en: 'Read it again', id: 'Baca ulang' },
  about: { en: 'once what was in its way is mended', id: 'setelah penghalangnya diperbaiki' },
  call: 'POST /v1/bank-statements/{statementId}/readings',
  params: { statementId: 'subject' },
  body: {},
  roles: FINANCE_WRITERS,
};

/** A file that waits for a second person. */
export const RELEASE: readonly WorkVerb[] = (
  [
    [
      'a',
      'released',
      { en: 'Release', id: 'Lepaskan' },
      { en: 'the file is read and booked', id: 'berkas dibaca dan dibukukan' },
    ],
    [
      'r',
      'rejected',
      { en: 'Reject', id: 'Tolak' },
      { en: 'nothing of it is booked', id: 'tidak ada yang dibukukan' },
    ],
  ] as const
).map(([key, decision, words, about]) => ({
  key,
  words,
  about,
  call: 'POST /v1/bank-statements/{statementId}/release',
  params: { statementId: 'subject' },
  body: { decision },
  fields: [WHY],
  roles: FINANCE_WRITERS,
}));

/** Whether lines that are alike are one booking or two. */
export const REPEATS: readonly WorkVerb[] = (
  [
    [
      'd',
      'repeat',
      { en: 'All of them repeat', id: 'Semuanya pengulangan' },
      { en: 'they are left out', id: 'baris itu dilewati' },
    ],
    [
      'w',
      'new',
      { en: 'All of them are new money', id: 'Semuanya uang baru' },
      { en: 'they are matched at once', id: 'langsung dipasangkan' },
    ],
  ] as const
).map(([key, decision, words, about]) => ({
  key,
  words,
  about,
  call: 'POST /v1/bank-statements/{statementId}/repeats',
  params: { statementId: 'subject' },
  body: { decision },
  roles: FINANCE_WRITERS,
}));

/** A dispute ends for one side. */
export const DISPUTE: readonly WorkVerb[] = [
  {
    key: 'a',
    words: { en: 'Credit the customer', id: 'Beri nota kredit' },
    about: {
      en: 'a credit note settles it; above your limit a second person agrees',
      id: 'nota kredit menyelesaikannya; di atas batas Anda perlu orang kedua',
    },
    call: 'POST /v1/invoices/{invoiceId}/credit-notes',
    params: { invoiceId: 'detail.invoiceId' },
    bodyFrom: { dispute: 'subject' },
    fields: [{ name: 'amount', kind: 'money', words: { en: 'Amount', id: 'Jumlah' } }, WHY],
    roles: APPROVERS,
  },
  {
    key: 'd',
    words: { en: 'It was credited', id: 'Sudah dikreditkan' },
    about: {
      en: 'settled for the customer by the credit note that names it',
      id: 'selesai untuk pelanggan dengan nota kredit yang menyebutnya',
    },
    call: 'POST /v1/disputes/{disputeId}/resolution',
    params: { disputeId: 'subject' },
    body: { resolution: 'for-customer' },
    roles: FINANCE_WRITERS,
  },
  {
    key: 'r',
    words: { en: 'The invoice stands', id: 'Faktur tetap berlaku' },
    about: { en: 'it is owed again, reminders go on', id: 'terutang lagi, pengingat berlanjut' },
    call: 'POST /v1/disputes/{disputeId}/resolution',
    params: { disputeId: 'subject' },
    body: { resolution: 'for-seller' },
    roles: FINANCE_WRITERS,
  },
];

export const HOLD_REVIEW: readonly WorkVerb[] = [
  {
    key: 'a',
    words: { en: 'Keep the hold', id: 'Pertahankan' },
    about: { en: 'it comes back here', id: 'akan muncul lagi di sini' },
    call: 'POST /v1/holds/{holdId}/review',
    params: { holdId: 'subject' },
    fields: [
      WHY,
      {
        name: 'until',
        kind: 'date',
        words: { en: 'Last day held', id: 'Hari terakhir' },
        optional: true,
      },
    ],
    roles: FINANCE_WRITERS,
  },
  {
    key: 'r',
    words: { en: 'Release it', id: 'Lepaskan' },
    about: { en: 'reminders go on where they stood', id: 'pengingat berlanjut dari posisinya' },
    call: 'POST /v1/holds/{holdId}/release',
    params: { holdId: 'subject' },
    roles: FINANCE_WRITERS,
  },
];

export const NOTICE_UNDELIVERABLE: readonly WorkVerb[] = [
  TO_CUSTOMER,
  {
    key: 'r',
    words: { en: 'Release the hold', id: 'Lepaskan penahanan' },
    about: { en: 'once the address is right', id: 'setelah alamatnya benar' },
    call: 'POST /v1/holds/{holdId}/release',
    params: { holdId: 'detail.holdId' },
    roles: FINANCE_WRITERS,
  },
];

/** What is left of an invoice that nobody collects: to an agency, or given up. */
export const PLACE_OR_GIVE_UP: readonly WorkVerb[] = [
  {
    key: 'p',
    words: { en: 'Give it to an agency', id: 'Serahkan ke agen penagihan' },
    about: {
      en: 'a reason asks a second person where the policy would not',
      id: 'alasan meminta orang kedua bila kebijakan tidak mengizinkan',
    },
    call: 'POST /v1/invoices/{invoiceId}/placements',
    params: { invoiceId: 'subject' },
    fields: [{ ...WHY, optional: true }],
    isFinal: true,
    roles: APPROVERS,
  },
  {
    key: 'w',
    words: { en: 'Ask to give it up', id: 'Ajukan penghapusan' },
    about: { en: 'a second person decides', id: 'orang kedua memutuskan' },
    call: 'POST /v1/invoices/{invoiceId}/write-offs',
    params: { invoiceId: 'subject' },
    fields: [WHY],
    roles: FINANCE_WRITERS,
  },
  TO_CUSTOMER,
];

/** The case comes back from the agency. */
export function recall(placement: string): CallVerb {
  return {
    key: 'p',
    words: { en: 'Take the case back', id: 'Tarik kembali kasusnya' },
    about: { en: 'nothing more is accepted on it', id: 'tidak ada lagi yang diterima untuknya' },
    call: 'POST /v1/placements/{placementId}/recall',
    params: { placementId: placement },
    fields: [WHY],
    roles: APPROVERS,
  };
}

/** A person's word, where the books cannot see what was done. */
export const BY_REASON: CallVerb = {
  key: 'e',
  words: { en: 'It is done', id: 'Sudah selesai' },
  about: {
    en: 'say what was done; it stays with the item',
    id: 'sebutkan tindakannya; tersimpan di sini',
  },
  call: 'POST /v1/work-queue/{workItemId}/resolution',
  params: { workItemId: 'id' },
  fields: [{ ...WHY, words: { en: 'What was done', id: 'Tindakannya' } }],
  roles: [...FINANCE_WRITERS, 'storeManager'],
};

export const QUARANTINE_SEEN: CallVerb = {
  key: 'e',
  words: { en: 'Seen to', id: 'Sudah ditangani' },
  about: {
    en: 'it ends by itself when it is sent again as it should be',
    id: 'berakhir sendiri bila dikirim ulang dengan benar',
  },
  call: 'POST /v1/quarantine/{quarantineId}/resolution',
  params: { quarantineId: 'subject' },
  fields: [{ ...WHY, name: 'note', words: { en: 'What was done', id: 'Tindakannya' } }],
  roles: ['arManager', 'storeManager'],
};

const TO_PROMOTIONS = page('p', '/prices/promotions', {
  en: 'See the promotion',
  id: 'Lihat promosinya',
});

/** The page where a call that mends the cause of a sale's exception is made. */
export const REPAIRS_AT: Readonly<Record<string, LinkVerb>> = {
  'POST /v1/stock-receipts': page('b', '/stock', {
    en: 'Book what came in',
    id: 'Bukukan penerimaan',
  }),
  'POST /v1/price-changes': page('p', '/prices', { en: 'Correct the price', id: 'Perbaiki harga' }),
  'POST /v1/invoices/{invoiceId}/credit-notes': TO_SALE,
  'PUT /v1/promotions/{promotionId}': TO_PROMOTIONS,
  'POST /v1/promotions/{promotionId}/ending': TO_PROMOTIONS,
  'POST /v1/items': page('i', '/prices', { en: 'Add the item', id: 'Tambahkan barang' }),
  'POST /v1/items/{itemId}/barcodes': page('b', '/prices', {
    en: 'Correct the barcode',
    id: 'Perbaiki barcode',
  }),
  'PUT /v1/items/{itemId}': page('i', '/prices', { en: 'Change the item', id: 'Ubah barang' }),
  'POST /v1/terminals/{terminalId}/enrolment-codes': page('v', '/stores', {
    en: 'Enrol the till again',
    id: 'Daftarkan ulang kasir',
  }),
  'POST /v1/customers': page('u', '/customers', {
    en: 'Add the customer',
    id: 'Tambahkan pelanggan',
  }),
  'POST /v1/customers/{customerId}/disabling/undoing': TO_CUSTOMER,
  'POST /v1/customers/{customerId}/credit-block/undoing': TO_CUSTOMER,
  'PUT /v1/customers/{customerId}/credit-limit': TO_CUSTOMER,
  'PUT /v1/tender-rules/{type}': page('u', '/setup', {
    en: 'Correct the limit',
    id: 'Perbaiki batasnya',
  }),
};

/** A page where something is done. */
export function page(key: string, to: string, words: Text): LinkVerb {
  return {
    key,
    to,
    words,
    about: { en: 'on its page', id: 'di halamannya' },
  };
}
