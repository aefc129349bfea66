import { defineWords } from '../../words/words.js';

export const taxWords = defineWords({
  taxes: { en: 'Taxes', id: 'Pajak' },
  ask: { en: 'Ask for a tax rule', id: 'Minta aturan pajak' },
  plan: { en: 'Plan from this', id: 'Rencanakan dari ini' },
  withdraw: { en: 'Take back', id: 'Tarik kembali' },
  code: { en: 'Code, on items', id: 'Kode, di barang' },
  kind: { en: 'What is taxed', id: 'Yang dikenai pajak' },
  rate: { en: 'Rate', id: 'Tarif' },
  ratePercent: { en: 'Rate, in per cent', id: 'Tarif, dalam persen' },
  base: { en: 'Part of the price that is taxed', id: 'Bagian harga yang dikenai pajak' },
  whole: { en: 'all of it', id: 'seluruhnya' },
  from: { en: 'Holds from', id: 'Berlaku mulai' },
  rounding: { en: 'Rounded', id: 'Pembulatan' },
  labelEn: { en: 'On receipts, English', id: 'Di struk, bahasa Inggris' },
  labelId: { en: 'On receipts, Indonesian', id: 'Di struk, bahasa Indonesia' },
  state: { en: 'State', id: 'Keadaan' },
  planned: { en: 'Planned', id: 'Direncanakan' },
  'in-force': { en: 'In force', id: 'Berlaku' },
  past: { en: 'Past', id: 'Lewat' },
  verbs: { en: 'What to do', id: 'Tindakan' },
  none: { en: 'There is no tax rule yet', id: 'Belum ada aturan pajak' },
  noneWhy: {
    en: 'Items name the code of a rule; without one nothing can be sold.',
    id: 'Barang memakai kode aturan; tanpa aturan tidak ada yang dapat dijual.',
  },
});

export const limitWords = defineWords({
  limits: { en: 'Approval limits', id: 'Batas persetujuan' },
  intro: {
    en: 'Up to these amounts one person decides alone; above them a second person does.',
    id: 'Sampai jumlah ini satu orang memutuskan sendiri; di atasnya orang kedua.',
  },
  ask: { en: 'Ask for other limits', id: 'Minta batas lain' },
  creditNote: {
    en: 'Given up of an invoice, and for a customer in one day',
    id: 'Dilepas dari satu faktur, dan untuk satu pelanggan dalam sehari',
  },
  customerCredit: { en: 'Credit limit of a customer', id: 'Batas kredit satu pelanggan' },
  stockCount: {
    en: 'Change of the stock of a store by counts, within 30 days',
    id: 'Perubahan stok satu toko karena hitungan, dalam 30 hari',
  },
  goodsReceipt: {
    en: 'Goods taken into stock by one person, within 24 hours',
    id: 'Barang yang diterima satu orang, dalam 24 jam',
  },
  handFed: {
    en: 'Money that bank files handed in by one person bring in, within 24 hours',
    id: 'Uang dari berkas bank yang diserahkan satu orang, dalam 24 jam',
  },
  anyAmount: { en: 'any amount', id: 'berapa pun' },
  account: { en: 'Files of account {number}', id: 'Berkas rekening {number}' },
  emptyMeans: { en: 'Empty: any amount.', id: 'Kosong: berapa pun.' },
});

export const numberWords = defineWords({
  numbers: { en: 'Invoice numbers', id: 'Nomor faktur' },
  intro: {
    en: 'Numbers have no gaps, and none changes. A series is set before its first document.',
    id: 'Nomor tidak berlubang dan tidak berubah. Deret diatur sebelum dokumen pertamanya.',
  },
  set: { en: 'Set a series', id: 'Atur deret nomor' },
  setTitle: { en: 'Series of a year', id: 'Deret satu tahun' },
  save: { en: 'Set', id: 'Atur' },
  kind: { en: 'Documents', id: 'Dokumen' },
  invoice: { en: 'Invoices', id: 'Faktur' },
  'credit-note': { en: 'Credit notes', id: 'Nota kredit' },
  year: { en: 'Year', id: 'Tahun' },
  prefix: { en: 'What stands before the number', id: 'Yang berdiri sebelum nomor' },
  prefixWhy: {
    en: 'Letters, a code and the year, such as INV/TCO/2028.',
    id: 'Huruf, kode, dan tahun, misalnya INV/TCO/2028.',
  },
  first: { en: 'First number', id: 'Nomor pertama' },
  last: { en: 'Last number', id: 'Nomor terakhir' },
  notUsed: { en: 'not used yet', id: 'belum dipakai' },
  isSet: { en: '{prefix} is set', id: '{prefix} diatur' },
  none: { en: 'No number was given yet', id: 'Belum ada nomor' },
  noneWhy: {
    en: 'A year without a series gets one with its first document.',
    id: 'Tahun tanpa deret mendapatkannya bersama dokumen pertama.',
  },
});

export const accountWords = defineWords({
  accounts: { en: 'Chart of accounts', id: 'Bagan akun' },
  intro: {
    en: 'The codes are fixed in this version: what is booked names them.',
    id: 'Kodenya tetap dalam versi ini: yang dibukukan menyebutnya.',
  },
  code: { en: 'Code', id: 'Kode' },
  name: { en: 'Name', id: 'Nama' },
  kind: { en: 'Kind', id: 'Jenis' },
  asset: { en: 'Asset', id: 'Aset' },
  liability: { en: 'Liability', id: 'Liabilitas' },
  equity: { en: 'Equity', id: 'Ekuitas' },
  revenue: { en: 'Revenue', id: 'Pendapatan' },
  expense: { en: 'Expense', id: 'Beban' },
  clears: { en: 'Returns to zero within', id: 'Kembali nol dalam' },
  days: { en: '{n, plural, one {1 day} other {# days}}', id: '{n} hari' },
  used: { en: 'Booked to', id: 'Sudah dibukukan' },
  yes: { en: 'yes', id: 'ya' },
  no: { en: 'no', id: 'belum' },
});

export const tenderWords = defineWords({
  tenders: { en: 'Ways to pay', id: 'Cara bayar' },
  type: { en: 'How it is paid', id: 'Cara bayar' },
  cash: { en: 'Cash', id: 'Tunai' },
  card: { en: 'Card', id: 'Kartu' },
  qris: { en: 'QRIS', id: 'QRIS' },
  voucher: { en: 'Voucher', id: 'Voucer' },
  storeCredit: { en: 'Store credit', id: 'Saldo toko' },
  onAccount: { en: 'On account', id: 'Bayar nanti (piutang)' },
  offline: { en: 'At a till without a connection', id: 'Di kasir tanpa koneksi' },
  limit: { en: 'At most in one sale', id: 'Paling banyak per penjualan' },
  noLimit: { en: 'no limit', id: 'tanpa batas' },
  account: { en: 'Ledger account', id: 'Akun buku besar' },
  yes: { en: 'accepted', id: 'diterima' },
  no: { en: 'not accepted', id: 'tidak diterima' },
  change: { en: 'Change', id: 'Ubah' },
  changeTitle: { en: 'Change {type}', id: 'Ubah {type}' },
  save: { en: 'Save', id: 'Simpan' },
  isChanged: { en: '{type} is changed', id: '{type} diubah' },
  emptyMeans: { en: 'Empty: no limit.', id: 'Kosong: tanpa batas.' },
  verbs: { en: 'What to do', id: 'Tindakan' },
  none: { en: 'No way to pay is set up', id: 'Belum ada cara bayar' },
  noneWhy: {
    en: 'They come when the company begins.',
    id: 'Semua terbentuk saat perusahaan dimulai.',
  },
});

export const holidayWords = defineWords({
  holidays: { en: 'Holidays', id: 'Hari libur' },
  ofYear: { en: 'Holidays of {year}', id: 'Hari libur {year}' },
  years: { en: 'Years', id: 'Tahun' },
  ask: { en: 'Give the holidays of {year}', id: 'Isi hari libur {year}' },
  day: { en: 'Day', id: 'Hari' },
  name: { en: 'Name', id: 'Nama' },
  nameId: { en: 'In Indonesian', id: 'Dalam bahasa Indonesia' },
  nameEn: { en: 'In English', id: 'Dalam bahasa Inggris' },
  kind: { en: 'Kind', id: 'Jenis' },
  national: { en: 'National holiday', id: 'Libur nasional' },
  jointLeave: { en: 'Joint leave', id: 'Cuti bersama' },
  add: { en: 'Add a day', id: 'Tambah hari' },
  remove: { en: 'Remove', id: 'Hapus' },
  removeOf: { en: 'Remove {name}', id: 'Hapus {name}' },
  dayNo: { en: 'Day {n}', id: 'Hari ke-{n}' },
  company: { en: 'As the company gave them', id: 'Menurut isian perusahaan' },
  product: { en: 'As they came with Lunas', id: 'Bawaan Lunas' },
  noList: { en: 'No list', id: 'Tidak ada daftar' },
  runOut: {
    en: 'The holidays of {year} are not certain',
    id: 'Hari libur {year} belum pasti',
  },
  runOutWhy: {
    en: 'Letters and deadlines may fall on a holiday. Give the list as it was decreed.',
    id: 'Surat dan tenggat dapat jatuh pada hari libur. Isi daftarnya sesuai keputusan pemerintah.',
  },
  none: { en: 'No holiday of {year} is known', id: 'Belum ada hari libur {year}' },
  noneWhy: {
    en: 'Without a list customers are reminded on every working day.',
    id: 'Tanpa daftar, pelanggan diingatkan pada setiap hari kerja.',
  },
});
