import { defineWords } from '../../words/words.js';

export const companyWords = defineWords({
  none: { en: 'The books are empty', id: 'Pembukuan masih kosong' },
  noneWhy: {
    en: 'A company begins with its name, its tax number and the account that customers pay to.',
    id: 'Perusahaan dimulai dengan nama, NPWP, dan rekening tempat pelanggan membayar.',
  },
  begin: { en: 'Begin the company', id: 'Mulai perusahaan' },
  beginWhy: {
    en: 'Taxes, ways to pay, open periods and reminders are proposed; each can be changed.',
    id: 'Pajak, cara bayar, periode terbuka, dan pengingat diusulkan; semuanya dapat diubah.',
  },
  name: { en: 'Name', id: 'Nama' },
  legalName: { en: 'Legal name, as on documents', id: 'Nama badan usaha di dokumen' },
  code: { en: 'Code', id: 'Kode' },
  codeWhy: { en: 'Code, in numbers of invoices', id: 'Kode, di nomor faktur' },
  address: { en: 'Address', id: 'Alamat' },
  taxNumber: { en: 'Tax number (NPWP, 16 digits)', id: 'NPWP (16 angka)' },
  vat: { en: 'VAT', id: 'PPN' },
  registered: { en: 'Registered (PKP)', id: 'Pengusaha kena pajak (PKP)' },
  notRegistered: { en: 'Not registered', id: 'Bukan PKP' },
  currency: { en: 'Currency', id: 'Mata uang' },
  timeZone: { en: 'Time zone', id: 'Zona waktu' },
  bankName: { en: 'Bank', id: 'Bank' },
  bankNumber: { en: 'Account number', id: 'Nomor rekening' },
  bankAccountName: { en: 'What you call the account', id: 'Sebutan rekening' },
  documents: {
    en: 'Documents that are issued from now on carry name and address; those of before keep what they said.',
    id: 'Dokumen yang terbit mulai sekarang memuat nama dan alamat ini; yang lama tetap seperti semula.',
  },
  change: { en: 'Change name or address', id: 'Ubah nama atau alamat' },
  logo: { en: 'Logo', id: 'Logo' },
  noLogo: { en: 'Documents carry no logo yet.', id: 'Dokumen belum memuat logo.' },
  logoWhy: {
    en: 'PNG or JPEG, at most 1 MB. It stands on receipts, invoices, letters and mails from now on; on paper it is black and white.',
    id: 'PNG atau JPEG, paling besar 1 MB. Tampil di struk, faktur, surat, dan email mulai sekarang; di struk menjadi hitam putih.',
  },
  giveLogo: { en: 'Choose a logo', id: 'Pilih logo' },
  otherLogo: { en: 'Choose another logo', id: 'Ganti logo' },
  removeLogo: { en: 'Remove the logo', id: 'Hapus logo' },
  logoGiven: {
    en: 'Documents carry the logo from now on',
    id: 'Mulai sekarang dokumen memuat logo',
  },
  logoRemoved: {
    en: 'Documents carry no logo from now on',
    id: 'Mulai sekarang dokumen tanpa logo',
  },
  askTax: { en: 'Ask for another tax number', id: 'Minta NPWP atau status PKP lain' },
  save: { en: 'Save', id: 'Simpan' },
  changed: { en: 'The company is changed', id: 'Perusahaan diubah' },
});
