/** What may depend on a record that was brought in, as the books name it. */
export const IMPORT_USES = [
  'sold',
  'in-stock',
  'replaces-another',
  'invoiced',
  'paid',
  'credit-granted',
  'merged',
  'moved',
  'reserved',
  'settled',
  'reminded',
  'placed',
  'case-went-on',
  'promised',
  'disputed',
  'held',
  'written-off',
  'credited',
  'paid-into',
  'period-closed',
  'happened',
  'in-force',
  'changed-since',
] as const;

export type ImportUse = (typeof IMPORT_USES)[number];

/** The reason as a sentence in both languages of the company. */
export const SENTENCE_OF_USE: Readonly<Record<ImportUse, Readonly<{ en: string; id: string }>>> = {
  sold: { en: 'It has been sold.', id: 'Sudah ada penjualannya.' },
  'in-stock': { en: 'There is stock of it.', id: 'Ada stoknya.' },
  'replaces-another': {
    en: 'It is sold in place of another item.',
    id: 'Dijual sebagai pengganti barang lain.',
  },
  invoiced: { en: 'It has an invoice.', id: 'Sudah ada fakturnya.' },
  paid: { en: 'It has paid.', id: 'Sudah membayar.' },
  'credit-granted': { en: 'It has a credit limit.', id: 'Sudah mempunyai batas kredit.' },
  merged: { en: 'It was merged with another.', id: 'Sudah digabung dengan pelanggan lain.' },
  moved: { en: 'Its goods have moved since.', id: 'Barangnya sudah bergerak sesudah itu.' },
  reserved: { en: 'Its goods are kept for a sale.', id: 'Barangnya disimpan untuk penjualan.' },
  settled: { en: 'Something of it was settled.', id: 'Sebagian sudah dilunasi.' },
  reminded: { en: 'A letter about it was written.', id: 'Surat penagihan sudah dibuat.' },
  placed: { en: 'An agency has it, or is asked for.', id: 'Diserahkan ke agen penagihan.' },
  'case-went-on': {
    en: 'The case has gone on at the agency.',
    id: 'Kasusnya sudah berlanjut di agen.',
  },
  promised: { en: 'The customer has promised to pay.', id: 'Pelanggan sudah berjanji membayar.' },
  disputed: { en: 'The customer has objected.', id: 'Pelanggan sudah menyanggah.' },
  held: { en: 'Somebody holds its letters.', id: 'Suratnya sedang ditahan.' },
  'written-off': { en: 'A write-off was asked for.', id: 'Penghapusan sudah diminta.' },
  credited: { en: 'A credit note was asked for.', id: 'Nota kredit sudah diminta.' },
  'paid-into': { en: 'A virtual account is for it.', id: 'Ada rekening virtual untuknya.' },
  'period-closed': {
    en: 'Its accounting period has been closed.',
    id: 'Periode akuntansinya sudah ditutup.',
  },
  happened: {
    en: 'What was sold stays sold; goods come back by a return.',
    id: 'Penjualan yang terjadi tetap ada; barang kembali melalui retur.',
  },
  'in-force': {
    en: 'The price holds already: change it again instead.',
    id: 'Harganya sudah berlaku: ubah lagi harganya.',
  },
  'changed-since': {
    en: 'What the row changed was changed again.',
    id: 'Yang diubah baris ini sudah diubah lagi.',
  },
};
