import { defineWords } from './words.js';

/** What a field is for, below it, where its name alone does not say so. */
export const fieldHelp = defineWords({
  issuer: {
    en: 'The https address of the provider, as its own description names it.',
    id: 'Alamat https penyedia, persis seperti di keterangannya sendiri.',
  },
  scopes: {
    en: 'What is asked of the provider; openid comes first.',
    id: 'Yang diminta dari penyedia; openid ditulis pertama.',
  },
  groupsClaim: {
    en: 'Where the provider writes the groups; dots lead inside, as in realm_access.roles.',
    id: 'Tempat penyedia menuliskan grup; titik berarti masuk ke dalamnya, misalnya realm_access.roles.',
  },
  admits: {
    en: 'People are found by the e-mail address that the provider has verified.',
    id: 'Orang dikenali dari alamat surel yang sudah dipastikan penyedia.',
  },
  providerRequired: {
    en: 'Administrators always come in by a password, should the provider fail.',
    id: 'Administrator selalu dapat masuk dengan kata sandi bila penyedianya bermasalah.',
  },
  customerGroup: {
    en: 'Decides its price list, its letters and their policy.',
    id: 'Menentukan daftar harga, surat, dan kebijakannya.',
  },
  termsDays: {
    en: 'From the day of the invoice to the day it is due; 0 is at once.',
    id: 'Dari tanggal faktur sampai jatuh tempo; 0 berarti langsung.',
  },
  instalments: {
    en: 'An invoice is due in so many equal parts, one each term.',
    id: 'Faktur jatuh tempo dalam sekian bagian sama besar, satu tiap tempo.',
  },
  consent: {
    en: 'Messages go only to who has agreed; say how and when.',
    id: 'Pesan hanya dikirim kepada yang setuju; sebutkan cara dan kapan.',
  },
  payerAccount: {
    en: 'Money from this account is taken for this customer’s.',
    id: 'Uang dari rekening ini dianggap milik pelanggan ini.',
  },
  sku: {
    en: 'Your own number of the item. It stays for ever.',
    id: 'Nomor barang Anda sendiri. Tidak berubah selamanya.',
  },
  itemGroup: {
    en: 'Your own word for things of a kind, such as coffee.',
    id: 'Sebutan Anda untuk barang sejenis, misalnya kopi.',
  },
  unit: {
    en: 'What one of it is: pcs, kg, box. Prices are for one.',
    id: 'Hitungan satuannya: pcs, kg, dus. Harga untuk satu satuan.',
  },
  quantityStep: {
    en: '1 for pieces, 0,001 for what is weighed.',
    id: '1 untuk hitungan, 0,001 untuk yang ditimbang.',
  },
  replacement: {
    en: 'Tills name it when somebody asks for this one.',
    id: 'Kasir menyebutnya bila ada yang mencari barang ini.',
  },
  newPriceFrom: {
    en: 'Tills learn of it at once and sell by it from this moment on.',
    id: 'Kasir langsung tahu dan memakainya mulai saat itu.',
  },
  listSegment: {
    en: 'The list holds for customers of this group alone.',
    id: 'Daftar ini hanya untuk pelanggan kelompok ini.',
  },
  storeGroup: {
    en: 'A code that stores share, such as AIRPORT; price lists may name it.',
    id: 'Kode bersama beberapa toko, misalnya BANDARA; daftar harga dapat menyebutnya.',
  },
  tillPlace: {
    en: 'Whose stock goes down when this till sells.',
    id: 'Persediaan tempat ini yang berkurang saat kasir menjual.',
  },
  printerHost: {
    en: 'Its number in the network, such as 192.168.1.50; only networks that you allow are spoken to.',
    id: 'Nomornya di jaringan, misalnya 192.168.1.50; hanya jaringan yang Anda izinkan yang dihubungi.',
  },
  printerPaper: {
    en: 'The width of its roll: 48 characters in a line on 80 mm, 32 on 58 mm.',
    id: 'Lebar rolnya: 48 huruf per baris pada 80 mm, 32 pada 58 mm.',
  },
  tillKind: {
    en: 'A sandbox answers as every till does and books and prints nothing: for those who write or try a till. It stays one.',
    id: 'Kasir uji coba menjawab seperti kasir biasa, tetapi tidak membukukan dan tidak mencetak apa pun: untuk pembuat atau penguji kasir. Tidak bisa diubah nanti.',
  },
  networks: {
    en: 'Such as 192.168.1.0/24. Empty: every private network.',
    id: 'Misalnya 192.168.1.0/24. Kosong: semua jaringan pribadi.',
  },
  tenderOffline: {
    en: 'Whether a till without a connection may take it, and nobody can look it up.',
    id: 'Boleh tidaknya diterima saat kasir tanpa koneksi, ketika tidak bisa diperiksa.',
  },
  tenderLimit: {
    en: 'Above it the till asks for another way to pay. Empty: no bound.',
    id: 'Di atasnya kasir meminta cara bayar lain. Kosong: tanpa batas.',
  },
  taxBase: {
    en: '11/12 for goods that are no luxury; the rate is taken of that part.',
    id: '11/12 untuk barang bukan mewah; tarif dikenakan atas bagian itu.',
  },
  taxFrom: {
    en: 'Sales of this day and later; those before keep what held.',
    id: 'Penjualan mulai hari itu; yang sebelumnya tetap dengan aturan lama.',
  },
  numberPrefix: {
    en: 'Such as INV/2026/. The number follows it, without gaps.',
    id: 'Misalnya INV/2026/. Nomor mengikutinya, tanpa celah.',
  },
  onDocuments: {
    en: 'Customers are asked to pay to the account that stands on documents.',
    id: 'Pelanggan diminta membayar ke rekening yang tertulis di dokumen.',
  },
  creditUntil: {
    en: 'After this day nothing more is sold on account. Empty: no end.',
    id: 'Setelah hari ini tidak ada lagi penjualan tempo. Kosong: tanpa akhir.',
  },
  secondPersonReason: {
    en: 'A second person reads it before deciding.',
    id: 'Orang kedua membacanya sebelum memutuskan.',
  },
  recallDays: {
    en: 'What it reports in these days after a recall still counts.',
    id: 'Yang dilaporkan dalam hari-hari ini setelah penarikan masih dihitung.',
  },
  webhookUrl: {
    en: 'We send each change of a case there, signed. It must be reached from the internet.',
    id: 'Setiap perubahan kasus dikirim ke sana, bertanda tangan. Harus terjangkau dari internet.',
  },
  keyOverlap: {
    en: 'The old key goes on for so long, until the machine has the new one.',
    id: 'Kunci lama masih berlaku selama itu, sampai mesin memakai yang baru.',
  },
  importProfile: {
    en: 'Which column says what, as it was saved for files of this source. Empty: proposed from the header.',
    id: 'Kolom mana berisi apa, seperti disimpan untuk sumber ini. Kosong: diusulkan dari baris judul.',
  },
  goodsCost: {
    en: 'It moves the average cost, and so the margin of what is sold later.',
    id: 'Menggeser harga pokok rata-rata, jadi juga margin penjualan sesudahnya.',
  },
  lastNumber: {
    en: 'It is switched off once all of its sales up to this one have arrived.',
    id: 'Kasir dimatikan setelah semua penjualannya sampai nomor ini tiba.',
  },
  vat: {
    en: 'A company that is PKP adds PPN and prints tax invoices; another one does not.',
    id: 'Perusahaan PKP memungut PPN dan menerbitkan faktur pajak; yang bukan PKP tidak.',
  },
});

export type FieldHelp = keyof typeof fieldHelp;
