import { defineWords } from '../words/words.js';
import { AREAS, type AreaName } from './areas.js';
import type { Role } from './session.js';

/** What is said at each station. */
export const stationWords = defineWords({
  queue: {
    en: 'What needs a person, one decision a screen, the most urgent first. Enter does what is proposed, and z takes it back.',
    id: 'Yang perlu keputusan orang, satu per layar, yang paling mendesak lebih dulu. Enter menjalankan usulan, z mengurungkannya.',
  },
  sales: {
    en: 'Where every sale stands, from the till to its last rupiah. Press a stage to see its sales; each row says what comes next, and when.',
    id: 'Posisi setiap penjualan, dari kasir sampai rupiah terakhir. Tekan satu tahap untuk melihat penjualannya; tiap baris menyebut langkah berikutnya dan kapan.',
  },
  findSale: {
    en: 'A sale by its receipt, or by its day with amount, card or customer, for a return or a question.',
    id: 'Penjualan menurut nomor struk, atau hari bersama jumlah, kartu, atau pelanggan, untuk retur atau pertanyaan.',
  },
  matching: {
    en: 'Money that came and what it may pay, as a sum with its evidence. What is certain is booked alone; the rest asks you one question.',
    id: 'Uang masuk dan tagihan yang mungkin dibayarnya, sebagai perhitungan dengan buktinya. Yang pasti dibukukan sendiri; sisanya menanyakan satu hal.',
  },
  bankFiles: {
    en: 'Drop a file of the bank anywhere here. Each shows whether it adds up, and what became of every line.',
    id: 'Jatuhkan berkas bank di mana saja di sini. Tiap berkas menunjukkan apakah jumlahnya cocok dan nasib setiap baris.',
  },
  customers: {
    en: 'Who owes how much, since when, and how they pay. A customer’s page says why it has not paid and what happens next.',
    id: 'Siapa berutang berapa, sejak kapan, dan bagaimana cara bayarnya. Halaman pelanggan menyebut mengapa belum dibayar dan apa berikutnya.',
  },
  letters: {
    en: 'The letters of the next run as they will look, before they go: who gets which, and who is held and why.',
    id: 'Surat putaran berikutnya seperti nanti terlihat, sebelum terkirim: siapa menerima yang mana, siapa ditahan dan mengapa.',
  },
  agencies: {
    en: 'Cases that were handed to a collection agency: what it collected, kept and passed on, and what is still open.',
    id: 'Kasus yang diserahkan ke agen penagihan: yang ditagih, dipotong, dan disetor, serta yang masih terbuka.',
  },
  business: {
    en: 'The day in three sentences. Every figure opens the documents that it adds up; the question mark says how it is made.',
    id: 'Satu hari dalam tiga kalimat. Setiap angka membuka dokumen yang dijumlahkannya; tanda tanya menjelaskan perhitungannya.',
  },
  ledger: {
    en: 'The books. The foot of a page says what its sum ties to; from an account to the receipt it is three presses.',
    id: 'Buku besar. Kaki halaman menyebut jumlahnya cocok dengan apa; dari akun ke struk cukup tiga tekan.',
  },
  stores: {
    en: 'Tills that are silent or miss a sale, and printers with their state.',
    id: 'Kasir yang diam atau kehilangan penjualan, dan keadaan printer.',
  },
  stock: {
    en: 'What is there and what it is worth. Goods are booked in and counted here.',
    id: 'Barang yang ada dan nilainya. Barang masuk dicatat dan dihitung di sini.',
  },
  prices: {
    en: 'What things cost, and from when. A change is planned, seen before it holds, and told to every till.',
    id: 'Harga barang dan sejak kapan berlaku. Perubahan direncanakan, terlihat sebelum berlaku, dan disampaikan ke setiap kasir.',
  },
  setup: {
    en: 'The company and its rules: people, stores and tills, accounts, taxes, letters. What is still missing stands at the top.',
    id: 'Perusahaan dan aturannya: orang, toko dan kasir, rekening, pajak, surat. Yang masih kurang ada di atas.',
  },
  cases: {
    en: 'The cases that were handed to you: accept or decline one, and report what happened.',
    id: 'Kasus yang diserahkan kepada Anda: terima atau tolak, dan laporkan yang terjadi.',
  },
  remittances: {
    en: 'What you pass on: the payments that you reported, less your commission.',
    id: 'Setoran Anda: pembayaran yang dilaporkan, dikurangi komisi.',
  },
});

type Said = keyof typeof stationWords & AreaName;

export type Station = Readonly<{ name: Said; path: string }>;

/** Of an area, the part of its page that is spoken of; else its head. */
export const POINTS: Readonly<Partial<Record<Said, string>>> = {
  sales: '.strip',
  business: '.lede',
  ledger: '.foot',
};

/** A tour ends before somebody tires. */
const STATIONS_MAX = 6;

/** What matters most comes first; the first that a role sees are its stations. */
const MONEY: readonly Said[] = ['sales', 'queue', 'matching', 'bankFiles', 'customers', 'letters'];
const WHOLE: readonly Said[] = ['business', 'sales', 'customers', 'letters', 'agencies', 'ledger'];
const SHOP: readonly Said[] = [
  'findSale',
  'business',
  'sales',
  'queue',
  'stores',
  'stock',
  'prices',
  'setup',
];
const AGENCY: readonly Said[] = ['cases', 'remittances'];

const ORDERS: Readonly<Record<Role, readonly Said[]>> = {
  arClerk: MONEY,
  creditController: MONEY,
  arManager: MONEY,
  owner: WHOLE,
  auditor: WHOLE,
  cashier: SHOP,
  storeManager: SHOP,
  admin: SHOP,
  partner: AGENCY,
};

/** The stations of a role, in the order of the rail. */
export function stationsOf(role: Role): readonly Station[] {
  const mine = AREAS.filter(({ roles }) => roles.includes(role));
  const isMine = (name: Said) => mine.some((area) => area.name === name);
  const chosen = new Set<AreaName>(ORDERS[role].filter(isMine).slice(0, STATIONS_MAX));
  return mine.flatMap(({ name, path }) => (chosen.has(name) ? [{ name: name as Said, path }] : []));
}
