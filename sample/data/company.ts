/** An invented retail and wholesale company in Jakarta; no such company, number or address exists. */
export const COMPANY = {
  name: 'Pasar Contoh',
  timeZone: 'Asia/Jakarta',
  currency: 'IDR',
  country: 'ID',
  language: 'id',
  entity: {
    code: 'PCS',
    legalName: 'PT Pasar Contoh Sejahtera',
    address: 'Jl. Contoh Raya No. 1, Jakarta Pusat 10110',
    taxNumber: '0099887766554000',
    referenceDigits: '10',
  },
  /** Rp5,000,000: the most that one person alone may credit of an invoice. */
  creditNoteLimitAmount: 5_000_000n,
  bank: {
    number: '8810001234567',
    name: 'Operasional',
    bankName: 'Bank Nusa Contoh',
    csvProfile: 'bank-nusa-contoh',
  },
} as const;

export type StoreData = Readonly<{
  code: string;
  name: string;
  address: string;
  phone: string;
  tills: number;
  locations: readonly Readonly<{ suffix: string; name: string }>[];
  /** The store's share of the trade, for opening stock and history. */
  weight: number;
}>;

const FLOOR = { suffix: 'FLOOR', name: 'Lantai toko' };

/** Sixteen tills, to spread the load. Tills sell from the first location of their store. */
export const STORES: readonly StoreData[] = [
  {
    code: 'JKT1',
    name: 'Pasar Contoh Menteng',
    address: 'Jl. Melati Contoh No. 8, Jakarta Pusat 10310',
    phone: '021-5550101',
    tills: 6,
    locations: [FLOOR, { suffix: 'STORE', name: 'Gudang belakang' }],
    weight: 5,
  },
  {
    code: 'JKT2',
    name: 'Pasar Contoh Kelapa Gading',
    address: 'Jl. Kenanga Contoh No. 21, Jakarta Utara 14240',
    phone: '021-5550202',
    tills: 6,
    locations: [FLOOR],
    weight: 4,
  },
  {
    code: 'BDG1',
    name: 'Pasar Contoh Dago',
    address: 'Jl. Cemara Contoh No. 5, Bandung 40135',
    phone: '022-5550303',
    tills: 4,
    locations: [FLOOR],
    weight: 3,
  },
];
