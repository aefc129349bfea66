/** What a person can do about an exception of a booked sale, before ending its work item with a reason. */
export type SaleRepair = Readonly<{
  /** Calls that mend the cause and end the item in one. */
  calls?: readonly string[];
  /** Calls by which the cause is mended, as method and path. */
  repairs: readonly string[];
  words: Readonly<{ en: string; id: string }>;
}>;

const CREDIT_LIMIT: SaleRepair = {
  repairs: ['PUT /v1/customers/{customerId}/credit-limit'],
  words: {
    en: 'Speak with the customer and set the credit limit that holds from now on, and say what was agreed.',
    id: 'Bicarakan dengan pelanggan, tetapkan batas kredit yang berlaku, dan sebutkan kesepakatannya.',
  },
};

/** Says what a line in suspense was. */
const IDENTIFICATION = 'POST /v1/sales/{saleId}/lines/{lineNumber}/identification';

/** The exceptions of a till's day whose cause can be mended, by kind. */
export const SALE_REPAIRS: Readonly<Record<string, SaleRepair | undefined>> = {
  'stock-short': {
    calls: ['POST /v1/stock-counts'],
    repairs: ['POST /v1/stock-receipts'],
    words: {
      en: 'Book what came in and was not booked, or count the goods, and say what was missing.',
      id: 'Bukukan penerimaan yang belum tercatat, atau hitung barangnya, dan sebutkan kekurangannya.',
    },
  },
  'price-mismatch': {
    repairs: ['POST /v1/price-changes', 'POST /v1/invoices/{invoiceId}/credit-notes'],
    words: {
      en: 'Correct the price or the label; credit the customer who paid too much, and say which.',
      id: 'Perbaiki harga atau labelnya; beri nota kredit bila pelanggan kelebihan bayar, dan sebutkan.',
    },
  },
  'promotion-mismatch': {
    repairs: ['PUT /v1/promotions/{promotionId}', 'POST /v1/invoices/{invoiceId}/credit-notes'],
    words: {
      en: 'See whether the till knew the promotion; credit the customer who paid too much, and say which.',
      id: 'Periksa apakah kasir mengenal promosinya; beri nota kredit bila pelanggan kelebihan bayar, dan sebutkan.',
    },
  },
  'promotion-limit-reached': {
    repairs: ['POST /v1/promotions/{promotionId}/ending'],
    words: {
      en: 'See how often tills without a connection gave it; end the promotion if it is too often, and say so.',
      id: 'Periksa berapa kali kasir luring memberikannya; akhiri promosinya bila terlalu sering, dan sebutkan.',
    },
  },
  'coupon-not-accepted': {
    repairs: ['PUT /v1/promotions/{promotionId}'],
    words: {
      en: 'Look at the coupon, find out who gave it out, and say what was agreed.',
      id: 'Lihat kuponnya, cari tahu siapa yang membagikannya, dan sebutkan kesepakatannya.',
    },
  },
  'sku-unknown': {
    calls: [IDENTIFICATION],
    repairs: ['POST /v1/items', 'POST /v1/items/{itemId}/barcodes'],
    words: {
      en: 'Find out what was sold, add the item or its barcode if it is new, and say which item it was.',
      id: 'Cari tahu barang yang terjual, tambahkan barang atau barcode-nya bila baru, dan sebutkan barangnya.',
    },
  },
  'barcode-mismatch': {
    calls: [IDENTIFICATION],
    repairs: ['POST /v1/items/{itemId}/barcodes', 'PUT /v1/items/{itemId}'],
    words: {
      en: 'Find out which of the two was sold, correct the barcode, and say which it was.',
      id: 'Cari tahu mana yang terjual, perbaiki barcode-nya, dan sebutkan barangnya.',
    },
  },
  'item-withdrawn': {
    repairs: ['PUT /v1/items/{itemId}'],
    words: {
      en: 'Take the goods off the shelf, or take the item up again, and say which.',
      id: 'Tarik barang dari rak, atau jual kembali barang itu, dan sebutkan pilihannya.',
    },
  },
  'sequence-repeated': {
    repairs: ['POST /v1/terminals/{terminalId}/enrolment-codes'],
    words: {
      en: 'See whether the till was reset or two devices use its key; enrol the right one again and say so.',
      id: 'Periksa apakah kasir direset atau dua perangkat memakai kuncinya; daftarkan ulang yang benar.',
    },
  },
  'late-arrival': {
    repairs: [],
    words: {
      en: 'Compare the day of the sale with the report of that day, and say that the figures are known.',
      id: 'Bandingkan hari penjualan dengan laporan hari itu, dan nyatakan angkanya sudah diketahui.',
    },
  },
  'sale-backdated': {
    repairs: [],
    words: {
      en: 'Ask why the sale came so late, compare it with the paper and the cash of its day, and say what you found.',
      id: 'Tanyakan mengapa penjualan itu baru masuk, cocokkan dengan struk dan kas hari itu, dan sebutkan hasilnya.',
    },
  },
  'customer-unknown': {
    repairs: ['POST /v1/customers'],
    words: {
      en: 'Find out who bought, add the customer if it is new, and say who it was.',
      id: 'Cari tahu pembelinya, tambahkan pelanggan bila baru, dan sebutkan siapa.',
    },
  },
  'customer-inactive': {
    repairs: ['POST /v1/customers/{customerId}/disabling/undoing'],
    words: {
      en: 'Find out why the till sold to a disabled customer; enable the customer if that was wrong, and say so.',
      id: 'Periksa mengapa pelanggan nonaktif dilayani; aktifkan kembali bila keliru, dan sebutkan.',
    },
  },
  'customer-blocked': {
    repairs: ['POST /v1/customers/{customerId}/credit-block/undoing'],
    words: {
      en: 'Collect what was sold on account, or open the credit line again, and say which.',
      id: 'Tagih penjualan kredit itu, atau buka kembali kreditnya, dan sebutkan pilihannya.',
    },
  },
  'credit-not-granted': CREDIT_LIMIT,
  'credit-expired': CREDIT_LIMIT,
  'credit-exceeded': CREDIT_LIMIT,
  'tender-limit-exceeded': {
    repairs: ['PUT /v1/tender-rules/{type}'],
    words: {
      en: 'See why so much was paid this way; correct the limit of the tender if it is wrong, and say so.',
      id: 'Periksa mengapa pembayaran sebesar itu diterima; perbaiki batasnya bila keliru, dan sebutkan.',
    },
  },
};
