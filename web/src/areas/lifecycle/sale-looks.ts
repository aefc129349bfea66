type Text = Readonly<{ en: string; id: string }>;

/** Its icon in the list; the page maps the names. */
export type WorkIcon =
  | 'approve'
  | 'bank'
  | 'cash'
  | 'customer'
  | 'dispute'
  | 'goods'
  | 'mail'
  | 'printer'
  | 'receipt'
  | 'refused'
  | 'agency'
  | 'held';

/** What is asked about every exception of a sale. */
export const SALE_ASK: Text = {
  en: 'The sale is booked. What did not fit?',
  id: 'Penjualan sudah dibukukan. Apa yang tidak cocok?',
};

/** Exceptions of a booked sale, by name; their repairs come from the API. */
export const OF_SALES: Readonly<Record<string, readonly [icon: WorkIcon, words: Text]>> = {
  'stock-short': ['goods', { en: 'Sold more than there was', id: 'Terjual melebihi stok' }],
  'price-mismatch': ['receipt', { en: 'Sold at another price', id: 'Terjual dengan harga lain' }],
  'promotion-mismatch': [
    'receipt',
    { en: 'Sold with other promotions', id: 'Terjual dengan promosi lain' },
  ],
  'promotion-limit-reached': [
    'receipt',
    { en: 'Promotion given too often', id: 'Promosi diberikan terlalu sering' },
  ],
  'coupon-not-accepted': ['receipt', { en: 'Coupon did not hold', id: 'Kupon tidak berlaku' }],
  'sku-unknown': ['goods', { en: 'Item not known', id: 'Barang tidak dikenal' }],
  'barcode-mismatch': ['goods', { en: 'Barcode of another item', id: 'Barcode barang lain' }],
  'item-withdrawn': ['goods', { en: 'Sold though withdrawn', id: 'Terjual padahal ditarik' }],
  'sequence-repeated': [
    'refused',
    { en: 'Two sales of one number', id: 'Dua penjualan bernomor sama' },
  ],
  'sale-backdated': ['receipt', { en: 'Dated far back', id: 'Bertanggal jauh ke belakang' }],
  'late-arrival': ['receipt', { en: 'Came in late', id: 'Datang terlambat' }],
  'customer-unknown': ['customer', { en: 'Customer not known', id: 'Pelanggan tidak dikenal' }],
  'customer-inactive': ['customer', { en: 'Customer is disabled', id: 'Pelanggan nonaktif' }],
  'customer-blocked': ['customer', { en: 'Credit was blocked', id: 'Kredit sedang diblokir' }],
  'customer-placed': [
    'customer',
    { en: 'Customer is with an agency', id: 'Pelanggan di agen penagihan' },
  ],
  'credit-not-granted': ['customer', { en: 'No credit was granted', id: 'Belum diberi kredit' }],
  'credit-expired': ['customer', { en: 'Credit has expired', id: 'Kredit sudah kedaluwarsa' }],
  'credit-exceeded': ['customer', { en: 'Above the credit limit', id: 'Melebihi batas kredit' }],
  'credit-overdue': ['customer', { en: 'Sold while overdue', id: 'Dijual saat menunggak' }],
  'tender-limit-exceeded': [
    'cash',
    { en: 'Above the limit of the tender', id: 'Melebihi batas cara bayar' },
  ],
};

/** An exception without a name of its own. */
export const ANY_SALE: readonly [WorkIcon, Text] = [
  'receipt',
  { en: 'Something of a sale did not fit', id: 'Ada yang tidak cocok pada penjualan' },
];
