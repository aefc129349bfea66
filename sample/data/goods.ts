import { PPN, PPN_EXEMPT } from '../../domain/tax/indonesian-tax-rules.js';

/** One kind of goods; its items are all names in all makes and sizes. Prices in rupiah, tax included. */
export type GoodsFamily = Readonly<{
  prefix: string;
  category: string;
  taxCode: string;
  sold: 'by-piece' | 'by-weight' | 'as-service';
  unit: string;
  names: readonly (readonly [name: string, price: number])[];
  makes: readonly string[];
  /** Each with its price factor. */
  sizes: readonly (readonly [size: string, factor: number])[];
  /** Cost of the goods, in percent of the price without tax. */
  costPercent: number;
  /** The most pieces (or kilograms) that a shopper buys. */
  basketMax: number;
}>;

const MAKES = ['Dapur Misal', 'Embun', 'Tiga Daun', 'Lembah', 'Sinar Kota'] as const;

const PIECE = {
  taxCode: PPN,
  sold: 'by-piece',
  unit: 'pcs',
  makes: MAKES,
  costPercent: 78,
  basketMax: 4,
} as const;

const FRESH = {
  taxCode: PPN_EXEMPT,
  sold: 'by-weight',
  unit: 'kg',
  makes: [''],
  sizes: [['', 1]],
  costPercent: 74,
  basketMax: 3,
} as const;

/** A shop's goods from small word lists. Staple food is exempt from PPN, the rest is taxed. */
export const GOODS: readonly GoodsFamily[] = [
  {
    ...PIECE,
    prefix: 'KOPI',
    category: 'Kopi dan teh',
    names: [
      ['Kopi Gayo', 52_000],
      ['Kopi Toraja', 56_000],
      ['Kopi Robusta', 38_000],
      ['Teh Melati', 16_500],
      ['Teh Hijau', 21_000],
    ],
    sizes: [
      ['100 g', 0.5],
      ['250 g', 1],
      ['1 kg', 3.6],
    ],
  },
  {
    ...PIECE,
    prefix: 'MNUM',
    category: 'Minuman',
    names: [
      ['Air Mineral', 4_500],
      ['Sari Jeruk', 12_500],
      ['Sari Kelapa', 11_000],
      ['Susu Kedelai', 9_500],
    ],
    sizes: [
      ['330 ml', 0.6],
      ['600 ml', 1],
      ['1,5 L', 1.9],
    ],
    basketMax: 12,
  },
  {
    ...PIECE,
    prefix: 'BMBU',
    category: 'Bumbu dapur',
    names: [
      ['Kecap Manis', 18_500],
      ['Saus Sambal', 14_500],
      ['Kaldu Jamur', 12_000],
      ['Bumbu Rendang', 9_000],
      ['Minyak Goreng', 21_500],
    ],
    makes: ['Dapur Misal', 'Tiga Daun', 'Lembah'],
    sizes: [
      ['kecil', 0.6],
      ['besar', 1],
    ],
  },
  {
    ...PIECE,
    prefix: 'SNCK',
    category: 'Makanan ringan',
    names: [
      ['Keripik Singkong', 13_500],
      ['Biskuit Kelapa', 11_500],
      ['Kacang Bawang', 15_000],
      ['Wafer Cokelat', 9_500],
    ],
    makes: ['Embun', 'Tiga Daun', 'Sinar Kota'],
    sizes: [
      ['80 g', 0.7],
      ['200 g', 1.4],
    ],
  },
  {
    ...PIECE,
    prefix: 'SBUN',
    category: 'Kebersihan',
    names: [
      ['Sabun Mandi', 6_500],
      ['Sampo', 24_500],
      ['Deterjen', 27_500],
      ['Pembersih Lantai', 17_000],
    ],
    makes: ['Embun', 'Lembah', 'Sinar Kota'],
    sizes: [
      ['isi ulang', 0.8],
      ['botol', 1.2],
    ],
  },
  {
    ...PIECE,
    prefix: 'DPUR',
    category: 'Alat dapur',
    names: [
      ['Wajan', 145_000],
      ['Panci', 128_000],
      ['Pisau Dapur', 62_500],
      ['Termos', 95_000],
      ['Rak Piring', 210_000],
    ],
    makes: ['Lembah', 'Sinar Kota'],
    sizes: [
      ['kecil', 0.8],
      ['besar', 1.3],
    ],
    costPercent: 66,
    basketMax: 2,
  },
  {
    ...PIECE,
    prefix: 'TLIS',
    category: 'Alat tulis',
    names: [
      ['Buku Tulis', 6_000],
      ['Kertas A4', 56_500],
      ['Bolpoin', 4_500],
      ['Map Arsip', 12_500],
    ],
    makes: ['Embun', 'Sinar Kota'],
    sizes: [
      ['satuan', 1],
      ['isi 10', 9],
    ],
    costPercent: 70,
  },
  {
    ...PIECE,
    prefix: 'LSTR',
    category: 'Elektronik kecil',
    names: [
      ['Lampu LED', 32_500],
      ['Kipas Meja', 285_000],
      ['Setrika', 240_000],
      ['Penanak Nasi', 415_000],
      ['Kabel Rol', 87_500],
    ],
    makes: ['Lembah', 'Sinar Kota'],
    sizes: [
      ['standar', 1],
      ['hemat daya', 1.2],
    ],
    costPercent: 72,
    basketMax: 1,
  },
  {
    ...PIECE,
    prefix: 'PRBT',
    category: 'Perabot',
    names: [
      ['Kursi Rotan', 750_000],
      ['Meja Lipat', 485_000],
      ['Lemari Plastik', 925_000],
      ['Kasur Busa', 1_350_000],
    ],
    makes: ['Tiga Daun', 'Lembah'],
    sizes: [['', 1]],
    costPercent: 62,
    basketMax: 1,
  },
  {
    ...PIECE,
    prefix: 'BRAS',
    category: 'Bahan pokok',
    taxCode: PPN_EXEMPT,
    unit: 'sak',
    names: [
      ['Beras Pandan', 78_500],
      ['Beras Putih', 69_000],
      ['Beras Merah', 96_000],
      ['Garam Dapur', 8_500],
    ],
    makes: ['Dapur Misal', 'Tiga Daun'],
    sizes: [
      ['5 kg', 1],
      ['10 kg', 1.95],
      ['25 kg', 4.7],
    ],
    costPercent: 88,
    basketMax: 3,
  },
  {
    ...FRESH,
    prefix: 'SGAR',
    category: 'Segar',
    names: [
      ['Beras Curah', 15_000],
      ['Telur Ayam', 29_500],
      ['Daging Sapi', 138_000],
      ['Ayam Potong', 42_000],
      ['Cabai Merah', 48_500],
      ['Bawang Merah', 36_000],
      ['Bawang Putih', 34_500],
      ['Tomat', 14_500],
      ['Wortel', 17_500],
      ['Kentang', 19_500],
      ['Pisang', 21_000],
      ['Jeruk', 27_500],
      ['Mangga', 32_500],
      ['Semangka', 9_500],
      ['Bayam', 12_500],
    ],
  },
  {
    ...FRESH,
    prefix: 'CURH',
    category: 'Curah',
    taxCode: PPN,
    names: [
      ['Kue Kering', 96_500],
      ['Permen', 64_000],
      ['Kacang Mede', 168_000],
      ['Keju', 142_000],
      ['Kopi Sangrai', 187_000],
    ],
    basketMax: 1,
  },
  {
    ...PIECE,
    prefix: 'JASA',
    category: 'Jasa',
    sold: 'as-service',
    unit: 'kali',
    names: [
      ['Bungkus Kado', 10_000],
      ['Antar Dalam Kota', 35_000],
      ['Antar Luar Kota', 120_000],
      ['Pasang dan Rakit', 75_000],
      ['Sewa Troli', 5_000],
    ],
    makes: [''],
    sizes: [['', 1]],
    costPercent: 0,
    basketMax: 1,
  },
];
