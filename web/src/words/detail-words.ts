import { inOneWay } from '../ui/format.js';
import type { ScreenLanguage } from './screen-language.js';

/** A sentence that the books note, and its Indonesian; `test/web` holds each equal to the place that writes it. */
type Sentence = readonly [noted: RegExp, id: string];

const SENTENCES: readonly Sentence[] = [
  [
    /(?<sku>\S+): (?<sold>[\d.]+) (?<unit>\S+) sold, (?<there>-?[\d.]+) there/g,
    '$<sku>: terjual $<sold> $<unit>, ada $<there>',
  ],
  // A place in a file.
  [/\b(?:line|row) (\d+)\b/g, 'baris $1'],
  [/The price list has another price for item (\S+)\./g, 'Harga $1 di daftar harga berbeda.'],
  [/Item (\S+) is sold in steps of (\S+) (\S+)\./g, '$1 dijual per $2 $3.'],
  [/No item has this barcode\./g, 'Tidak ada barang dengan barcode ini.'],
  [/No item has this SKU\./g, 'Tidak ada barang dengan SKU ini.'],
  [
    /Booked as it was sold: (.+?), (\S+), tax (\S+)\./g,
    'Dibukukan seperti dijual: $1, $2, pajak $3.',
  ],
  [
    /Item (\S+) has the tax code (\S+), which has no rule on the day of the sale\./g,
    'Kode pajak $2 milik $1 tidak punya aturan pada hari penjualan.',
  ],
  [/Expected (\S+), given (\S+)\./g, 'Seharusnya $1, yang dikirim $2.'],
  [/The sale comes to (\S+), the tenders to (\S+)\./g, 'Penjualannya $1, pembayarannya $2.'],
  [
    /(\S+) is missing, which is not what cash is rounded by\./g,
    'Kurang $1; pembulatan tunai bukan sebesar itu.',
  ],
  [
    /Less cash was handed over than the tender pays\./g,
    'Uang tunai yang diterima kurang dari yang dibayar.',
  ],
  [/Only cash can be handed over in excess\./g, 'Hanya uang tunai yang boleh lebih.'],
  [
    /Cash was handed over that pays nothing\./g,
    'Ada uang tunai diterima yang tidak membayar apa pun.',
  ],
  [/A sale takes at most (\S+) by (\S+)\./g, 'Satu penjualan paling banyak $1 dengan $2.'],
  [/There is no price list (\d+)\./g, 'Daftar harga $1 tidak ada.'],
  [
    /The business date (\S+) is before there was a tax rule for it\./g,
    'Untuk tanggal usaha $1 belum ada aturan pajak.',
  ],
  [/The business date (\S+) has not come yet\./g, 'Tanggal usaha $1 belum tiba.'],
  [/the books of (\S+) were closed/g, 'buku tanggal $1 sudah ditutup'],
  [/it says (\S+), (\d+) days before it came/g, 'tertanggal $1, $2 hari sebelum diterima'],
  [
    /nobody is known as (.+?); booked without a customer/g,
    'tidak ada yang dikenal sebagai $1; dibukukan tanpa pelanggan',
  ],
  [/(\S+) is not active any more/g, '$1 sudah tidak aktif'],
  [
    /A card number was sent; it is kept masked\./g,
    'Nomor kartu terkirim; yang disimpan sudah ditutup sebagian.',
  ],
  [/device sequence (\d+) was used before/g, 'nomor urut perangkat $1 sudah pernah dipakai'],
];

/** Fields of a sale as its call names them, `lines[0].unitPrice` and `tenders`, before a sentence about them. */
const ROW = /\b(lines|tenders)\[(\d+)\](?:\.\w+)*: /g;
const FIELD = /\b(?:tenders|businessDate|priceVersion): (?=[A-Z])/g;
const ROW_WORDS = {
  en: { lines: 'Line', tenders: 'Tender' },
  id: { lines: 'Baris', tenders: 'Pembayaran' },
} as const;

/** What the books noted about a work item, in the language of the page. What has no words here stays as it is. */
export function detailIn(language: ScreenLanguage, noted: string): string {
  const words = ROW_WORDS[language];
  const placed = inOneWay(noted)
    .replaceAll(FIELD, '')
    .replaceAll(ROW, (_found, row: 'lines' | 'tenders', index: string) => {
      return `${words[row]} ${Number(index) + 1}: `;
    });
  if (language === 'en') return placed;
  return SENTENCES.reduce((text, [sentence, id]) => text.replaceAll(sentence, id), placed);
}
