import { defineWords } from '../words/words.js';

export const roleWords = defineWords({
  cashier: { en: 'Cashier', id: 'Kasir' },
  storeManager: { en: 'Store manager', id: 'Kepala toko' },
  arClerk: { en: 'AR clerk', id: 'Staf piutang' },
  arManager: { en: 'AR manager', id: 'Manajer piutang' },
  creditController: { en: 'Credit controller', id: 'Pengendali kredit' },
  owner: { en: 'Owner', id: 'Pemilik' },
  auditor: { en: 'Auditor', id: 'Auditor' },
  partner: { en: 'Collection agency', id: 'Agen penagihan' },
  admin: { en: 'Administrator', id: 'Administrator' },
});
