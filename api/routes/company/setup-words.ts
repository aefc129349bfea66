import type { SetupStepName } from '../../../domain/company/checklist.js';

/** What each step of the set-up is, for people. */
export const SETUP_WORDS: Readonly<Record<SetupStepName, Readonly<{ id: string; en: string }>>> = {
  company: {
    id: 'Perusahaan dengan NPWP, alamat dan rekening bank',
    en: 'The company with tax number, address and bank account',
  },
  store: { id: 'Toko pertama', en: 'The first store' },
  terminal: { id: 'Kasir pertama', en: 'The first till' },
  enrolment: { id: 'Kasir didaftarkan dengan kode', en: 'The till is enrolled by a code' },
  item: { id: 'Barang pertama dengan harga', en: 'The first item with its price' },
  stock: { id: 'Stok awal', en: 'Opening stock' },
  printer: { id: 'Printer struk', en: 'A receipt printer' },
  'bank-account': {
    id: 'Rekening bank yang dibayar pelanggan',
    en: 'The bank account that customers pay to',
  },
  'dunning-policy': { id: 'Aturan penagihan', en: 'A dunning policy' },
};
