import { defineWords } from '../../words/words.js';

export const matchingWords = defineWords({
  title: { en: 'Matching', id: 'Pemasangan' },
  views: { en: 'Views of payments', id: 'Tampilan pembayaran' },
  forYou: { en: 'For you', id: 'Untuk Anda' },
  applied: { en: 'Joined', id: 'Terpasang' },
  reversed: { en: 'Taken back', id: 'Ditarik bank' },
  find: { en: 'Payer or text', id: 'Pembayar atau keterangan' },
  waits: { en: 'Payments', id: 'Pembayaran' },
  suggested: { en: 'Suggested', id: 'Ada usulan' },
  held: { en: 'Possible duplicate', id: 'Mungkin ganda' },
  unapplied: { en: 'Not joined', id: 'Belum dipasangkan' },
  cameIn: { en: 'came in on {day}', id: 'masuk {day}' },
  from: { en: 'from {account}', id: 'dari {account}' },
  noPayer: { en: 'No payer named', id: 'Tanpa nama pembayar' },
  line: { en: '{place}', id: '{place}' },
  slip: { en: 'What the bank says', id: 'Kata bank' },
  may: { en: 'What it may pay', id: 'Yang mungkin dibayarnya' },
  rank: { en: 'Suggestion {n}', id: 'Usulan {n}' },
  ofOpen: { en: '{amount} of {open}', id: '{amount} dari {open}' },
  speaksFor: { en: 'Speaks for it', id: 'Yang mendukung' },
  speaksAgainst: { en: 'Speaks against it', id: 'Yang meragukan' },
  likely: { en: 'By the weight of this: {n} %', id: 'Menurut bobotnya: {n} %' },
  counted: {
    en: '{n, plural, one {One way} other {# ways}} to make the amount of {items, plural, one {1 open item} other {# open items}}',
    id: '{n} cara mencapai jumlah ini dari {items} tagihan terbuka',
  },
  behind: {
    en: 'The next one, {items}, is {n, plural, one {1 point} other {# points}} behind',
    id: 'Berikutnya {items}, selisih {n} poin',
  },
  ahead: {
    en: 'The better one, {items}, is {n, plural, one {1 point} other {# points}} ahead',
    id: 'Yang lebih baik {items}, selisih {n} poin',
  },
  rival: { en: '{amount} came in on {day} too', id: '{amount} juga masuk {day}' },
  split: { en: 'How the money is split', id: 'Pembagian uangnya' },
  item: { en: 'Invoice', id: 'Faktur' },
  due: { en: 'Due', id: 'Jatuh tempo' },
  open: { en: 'Open ({symbol})', id: 'Terbuka ({symbol})' },
  pays: { en: 'Pays', id: 'Membayar' },
  givenUp: { en: 'Kept back', id: 'Dipotong' },
  for: { en: 'For', id: 'Untuk' },
  document: { en: 'Document', id: 'Bukti' },
  left: { en: 'Left', id: 'Sisa' },
  paysOf: { en: 'Pays of {number}', id: 'Membayar {number}' },
  keptOf: { en: 'Kept back of {number}', id: 'Dipotong dari {number}' },
  forOf: { en: 'Kept back of {number} for', id: 'Potongan {number} untuk' },
  documentOf: { en: 'Document for {number}', id: 'Bukti untuk {number}' },
  drop: { en: 'Leave {number} out', id: 'Lepaskan {number}' },
  bankFee: { en: 'Transfer fee', id: 'Biaya transfer' },
  withholdingTax: { en: 'Withheld tax', id: 'Pajak dipotong' },
  earlyPayment: { en: 'Early payment', id: 'Potongan bayar awal' },
  cashRounding: { en: 'Rounding', id: 'Pembulatan' },
  amount: { en: 'The payment', id: 'Pembayaran' },
  before: { en: 'joined before', id: 'sudah terpasang' },
  now: { en: 'joined now', id: 'dipasangkan sekarang' },
  rest: { en: 'left on account', id: 'sisa sebagai titipan' },
  tooMuch: { en: 'too much', id: 'kelebihan' },
  book: { en: 'Book it', id: 'Bukukan' },
  another: { en: 'Find another', id: 'Cari yang lain' },
  whose: { en: 'Customer, number or amount', id: 'Pelanggan, nomor, atau jumlah' },
  found: { en: 'What was found', id: 'Yang ditemukan' },
  foundNone: {
    en: 'Nothing that is open is called that.',
    id: 'Tidak ada yang terbuka bernama itu.',
  },
  add: { en: 'Add', id: 'Tambahkan' },
  onAccount: {
    en: 'Money that is not joined stays on account of its payer. It is tried again when something new is open.',
    id: 'Uang yang belum dipasangkan menjadi titipan pembayar, dan dicoba lagi bila ada tagihan baru.',
  },
  done: { en: '{amount} joined to {what}', id: '{amount} dipasangkan dengan {what}' },
  undone: { en: 'Undone: {amount} of {what}', id: 'Dibatalkan: {amount} untuk {what}' },
  undo: { en: 'Undo', id: 'Urungkan' },
  undoOf: { en: 'Undo {number}', id: 'Urungkan {number}' },
  story: { en: 'What it has paid', id: 'Yang sudah dibayarnya' },
  undoneOn: { en: 'undone on {day}', id: 'dibatalkan {day}' },
  choose: { en: 'choose', id: 'pilih' },
  move: { en: 'next, previous', id: 'berikut, sebelumnya' },
  undoKey: { en: 'undo', id: 'urungkan' },
  none: { en: 'Every payment is joined to what it pays', id: 'Semua pembayaran sudah terpasang' },
  noneFound: { en: 'No payment is like this', id: 'Tidak ada pembayaran seperti ini' },
  noneWhy: {
    en: 'The next bank file brings what comes in; what books itself does not come here.',
    id: 'Berkas bank berikutnya membawa yang masuk; yang terbukukan sendiri tidak muncul di sini.',
  },
  toFiles: { en: 'Bank files', id: 'Berkas bank' },
  notJoined: {
    en: 'Not joined yet: {amount} in {n, plural, one {1 payment} other {# payments}}',
    id: 'Belum dipasangkan: {amount} dalam {n} pembayaran',
  },
  readOnly: { en: 'Your role looks at this.', id: 'Peran Anda hanya melihat.' },
  noAmount: { en: 'An amount here has no reading', id: 'Ada jumlah yang tidak terbaca' },
});

/** Evidence of the matcher, by its kind; its doubts come in words from the API. */
export const evidenceWords = defineWords({
  reference: { en: 'It names {reference}', id: 'Menyebut {reference}' },
  'amount-equals': {
    en: 'The amount is exactly what is open',
    id: 'Jumlahnya sama dengan yang terbuka',
  },
  'virtual-account': {
    en: 'It came to the account of this customer',
    id: 'Masuk ke rekening virtual pelanggan ini',
  },
  'kept-for': {
    en: 'The money is kept for this customer already',
    id: 'Uangnya sudah disimpan untuk pelanggan ini',
  },
  'account-alias': {
    en: '{n, plural, =0 {A person said that this account pays for the customer} one {This account paid for the customer before, once} other {This account paid for the customer before, # times}}',
    id: '{n, plural, =0 {Seseorang mencatat bahwa rekening ini membayar untuk pelanggan} other {Rekening ini pernah membayar untuk pelanggan, # kali}}',
  },
  'payer-name': {
    en: 'The payer is called like the customer: {name}',
    id: 'Nama pembayar seperti pelanggan: {name}',
  },
  'known-fee': {
    en: 'It is short by a fee that is known',
    id: 'Kurang sebesar biaya yang dikenal',
  },
  'income-tax-23': {
    en: 'It is short by income tax that was withheld (article 23)',
    id: 'Kurang sebesar PPh 23 yang dipotong',
  },
  'income-tax-22': {
    en: 'It is short by income tax that was withheld (article 22)',
    id: 'Kurang sebesar PPh 22 yang dipungut',
  },
  'vat-by-collector': {
    en: 'It is short by the VAT, which collectors pay to the tax office',
    id: 'Kurang sebesar PPN, yang disetor sendiri oleh wajib pungut',
  },
  'rounded-down': {
    en: 'It is rounded down to a hundred rupiah',
    id: 'Dibulatkan ke bawah ke seratus rupiah',
  },
  'unique-code': {
    en: 'The last digits of the invoice were added to the amount',
    id: 'Angka terakhir nomor faktur ditambahkan sebagai kode unik',
  },
  'only-combination': {
    en: 'Only these items come to the amount',
    id: 'Hanya gabungan ini yang pas',
  },
  other: { en: 'The matcher found it', id: 'Ditemukan oleh pemasang' },
});

/** The one question about a payment. */
export const questionWords = defineWords({
  'who-is-this': { en: 'Who paid this?', id: 'Siapa yang membayar ini?' },
  'which-of-these': { en: 'Which of these is it?', id: 'Ini untuk yang mana?' },
  'why-short': { en: 'Why is it short?', id: 'Mengapa kurang bayar?' },
});

/** Why the matcher found nothing. */
export const noMatchWords = defineWords({
  'no-reference': { en: 'It names none of our numbers', id: 'Tidak menyebut nomor kita' },
  'reference-unknown': {
    en: 'The number that it names is not ours',
    id: 'Nomor yang disebut bukan milik kita',
  },
  'reference-already-paid': { en: 'What it names is paid already', id: 'Yang disebut sudah lunas' },
  'payer-unknown': { en: 'Nobody knows the payer', id: 'Pembayarnya tidak dikenal' },
  'payer-owes-nothing': { en: 'The payer owes nothing', id: 'Pembayarnya tidak berutang' },
  'possible-duplicate': {
    en: 'The same money may have come in before',
    id: 'Uang yang sama mungkin sudah masuk',
  },
});
