import { FORMULAS } from '../../../domain/ledger/formulas.js';
import type { Text } from './screen-language.js';

/** What a status or a figure is, in plain words, and how a figure is made. */
export type Meaning = Readonly<{ says: Text; formula?: Text }>;

/** Where a sale stands. */
const STANDING = {
  captured: {
    says: {
      en: 'The till has sent the sale. Its workflow begins within seconds.',
      id: 'Kasir sudah mengirim penjualan. Alurnya mulai dalam hitungan detik.',
    },
  },
  'goods-kept': {
    says: {
      en: 'Paid or on account, and the goods wait in the store until they are fetched.',
      id: 'Sudah dibayar atau tempo, dan barangnya menunggu di toko sampai diambil.',
    },
  },
  'to-invoice': {
    says: {
      en: 'Sold on account. The invoice is the next step.',
      id: 'Dijual tempo. Langkah berikut adalah faktur.',
    },
  },
  'not-due': {
    says: {
      en: 'The invoice is out and its day has not come. No letter is sent before.',
      id: 'Faktur sudah terbit dan harinya belum tiba. Belum ada surat yang dikirim.',
    },
  },
  overdue: {
    says: {
      en: 'The due day has passed and something is open. Letters go out by the policy.',
      id: 'Hari jatuh tempo sudah lewat dan masih ada yang terbuka. Surat dikirim menurut kebijakan.',
    },
    formula: {
      en: 'days overdue = today - due day; open = amount - what was allocated to it',
      id: 'hari lewat = hari ini - jatuh tempo; terbuka = jumlah - yang terpasang padanya',
    },
  },
  held: {
    says: {
      en: 'A person has stopped the letters, until a day or until it is released.',
      id: 'Seseorang menghentikan surat, sampai suatu hari atau sampai dilepas.',
    },
  },
  promised: {
    says: {
      en: 'The customer has said when the money comes. Letters wait for that day.',
      id: 'Pelanggan sudah menyebut kapan membayar. Surat menunggu hari itu.',
    },
  },
  disputed: {
    says: {
      en: 'The customer objects to an amount. Letters wait until somebody decides.',
      id: 'Pelanggan mempersoalkan suatu jumlah. Surat menunggu keputusan.',
    },
  },
  'at-agency': {
    says: {
      en: 'A collection agency works on it. Our own letters have stopped.',
      id: 'Agen penagihan mengerjakannya. Surat dari kita sendiri berhenti.',
    },
  },
  paid: {
    says: {
      en: 'Nothing is open: it was paid, or credited in full.',
      id: 'Tidak ada yang terbuka: sudah dibayar, atau dikreditkan seluruhnya.',
    },
  },
  'written-off': {
    says: {
      en: 'One person asked to give it up and another one agreed. It is booked as bad debt.',
      id: 'Satu orang meminta dihapusbukukan dan orang lain menyetujui. Dibukukan sebagai piutang tak tertagih.',
    },
  },
  cancelled: {
    says: {
      en: 'The sale was taken back. Its entries are reversed, its documents stay.',
      id: 'Penjualan dibatalkan. Ayatnya dibalik, dokumennya tetap ada.',
    },
  },
} as const satisfies Readonly<Record<string, Meaning>>;

/** What became of a line of a bank file. */
const LINE = {
  stored: {
    says: {
      en: 'It was read and is not compared with anything yet.',
      id: 'Sudah dibaca dan belum dicocokkan.',
    },
  },
  new: {
    says: {
      en: 'No earlier file told of it. It is booked next.',
      id: 'Belum ada di berkas sebelumnya. Akan dibukukan.',
    },
  },
  pending: {
    says: {
      en: 'The bank has not made it final. Nothing is booked.',
      id: 'Bank belum memastikannya. Belum ada yang dibukukan.',
    },
  },
  information: {
    says: {
      en: 'The bank only tells something; no money moved.',
      id: 'Hanya keterangan bank; tidak ada uang yang bergerak.',
    },
  },
  duplicate: {
    says: {
      en: 'The same booking came before. It was left out, so that no money counts twice.',
      id: 'Pembukuan yang sama sudah pernah datang. Dilewati, agar uang tidak terhitung dua kali.',
    },
  },
  'repeat-unclear': {
    says: {
      en: 'It may be a booking that is known, or another one like it. A person decides.',
      id: 'Mungkin pembukuan yang sudah ada, mungkin yang lain yang serupa. Orang yang memutuskan.',
    },
  },
  booked: {
    says: {
      en: 'Received and joined to what it pays.',
      id: 'Diterima dan terpasang pada yang dibayarnya.',
    },
  },
  suggested: {
    says: {
      en: 'Received. What it may pay is suggested, and a person joins it.',
      id: 'Diterima. Ada usulan apa yang dibayarnya, dan orang yang memasangkan.',
    },
  },
  held: {
    says: {
      en: 'It looks like money that came already. It is received and waits for a person.',
      id: 'Mirip uang yang sudah datang. Diterima dan menunggu orang.',
    },
  },
  unmatched: {
    says: {
      en: 'Received, and nothing that is open fits. It waits in Matching.',
      id: 'Diterima, dan tidak ada tagihan yang cocok. Menunggu di Pemasangan.',
    },
  },
  remittance: {
    says: {
      en: 'An agency pays over what it collected.',
      id: 'Agen menyetorkan yang ditagihnya.',
    },
  },
  reversal: {
    says: {
      en: 'The bank took money back. What it had paid is open again.',
      id: 'Bank menarik uang kembali. Yang tadinya terbayar terbuka lagi.',
    },
  },
  'reversal-unclear': {
    says: {
      en: 'The bank took money back and does not say which. A person decides.',
      id: 'Bank menarik uang kembali tanpa menyebut yang mana. Orang yang memutuskan.',
    },
  },
  'not-a-customer-payment': {
    says: {
      en: 'Interest, fees and the like: no customer has paid with it.',
      id: 'Bunga, biaya dan sejenisnya: bukan pembayaran pelanggan.',
    },
  },
} as const satisfies Readonly<Record<string, Meaning>>;

/** What became of a payment. */
const PAYMENT = {
  suggested: {
    says: {
      en: 'Something open fits it, and the proof is not enough to book it. A person decides; until then it reduces what is demanded.',
      id: 'Ada tagihan yang cocok, tetapi buktinya belum cukup untuk dibukukan. Orang yang memutuskan; sampai saat itu tagihan diperhitungkan bersih darinya.',
    },
  },
  held: {
    says: {
      en: 'It looks like money that is in the books already. It pays nothing until a person says that it is new.',
      id: 'Mirip dengan uang yang sudah dibukukan. Tidak melunasi apa pun sampai ada yang menyatakan uang ini baru.',
    },
  },
  unapplied: {
    says: {
      en: 'Nothing open fits it yet. It stays on account of its payer, and is tried again with every new invoice.',
      id: 'Belum ada tagihan yang cocok. Menjadi titipan pembayar, dan dicoba lagi setiap ada faktur baru.',
    },
    formula: {
      en: 'left = amount of the payment - what was joined to invoices',
      id: 'sisa = jumlah pembayaran - yang terpasang pada faktur',
    },
  },
  applied: {
    says: {
      en: 'All of it was joined to what it pays. Each part can be undone.',
      id: 'Seluruhnya terpasang pada yang dibayarnya. Setiap bagian dapat diurungkan.',
    },
  },
  reversed: {
    says: {
      en: 'The bank has taken it back. What it had paid is open again.',
      id: 'Bank menariknya kembali. Yang pernah dilunasinya terbuka lagi.',
    },
  },
} as const satisfies Readonly<Record<string, Meaning>>;

/** How far a letter has come. */
const LETTER = {
  preparing: {
    says: {
      en: 'Amounts and text are fixed; the mail is on its way out.',
      id: 'Jumlah dan teks sudah tetap; surat sedang dikirim.',
    },
  },
  sent: {
    says: {
      en: 'The mail server of the customer has taken it. That is the proof of sending, not of reading.',
      id: 'Server surat pelanggan sudah menerimanya. Itu bukti kirim, bukan bukti baca.',
    },
  },
  failed: {
    says: {
      en: 'The mail server refused it, or it came back. A person finds another way.',
      id: 'Server surat menolaknya, atau surat kembali. Orang yang mencari jalan lain.',
    },
  },
  suppressed: {
    says: {
      en: 'Before it went, the money came or something held it up. The level does not count.',
      id: 'Sebelum dikirim, uangnya datang atau ada yang menahannya. Tingkatnya tidak dihitung.',
    },
  },
} as const satisfies Readonly<Record<string, Meaning>>;

/** Where a case at a collection agency stands. */
const CASE = {
  created: {
    says: {
      en: 'Two people have agreed to place it. It is about to be told to the agency.',
      id: 'Dua orang setuju menitipkannya. Segera diberitahukan kepada agen.',
    },
  },
  submitted: {
    says: {
      en: 'The agency was told and has not answered.',
      id: 'Agen sudah diberi tahu dan belum menjawab.',
    },
  },
  acknowledged: {
    says: { en: 'The agency works on it and reports.', id: 'Agen mengerjakannya dan melapor.' },
  },
  rejected: {
    says: {
      en: 'The agency does not take it. It is ours again.',
      id: 'Agen tidak mengambilnya. Kembali kepada kita.',
    },
  },
  recalled: {
    says: {
      en: 'We have taken it back. What the agency had collected stays booked.',
      id: 'Kita menariknya kembali. Yang sudah ditagih agen tetap dibukukan.',
    },
  },
  closed: {
    says: {
      en: 'It has ended: paid, or nothing more is to be had.',
      id: 'Sudah selesai: lunas, atau tidak ada lagi yang dapat ditagih.',
    },
  },
} as const satisfies Readonly<Record<string, Meaning>>;

/** Figures, each with its formula. */
const FIGURE = {
  ageing: {
    says: {
      en: 'What customers owe, by how long it has been due. Its total is the receivables account of the ledger.',
      id: 'Utang pelanggan menurut berapa lama sudah jatuh tempo. Jumlahnya sama dengan akun piutang di buku besar.',
    },
    formula: FORMULAS.ageing,
  },
  dso: {
    says: {
      en: 'How many days pass on average until a sale on account is money.',
      id: 'Berapa hari rata-rata sampai penjualan tempo menjadi uang.',
    },
    formula: FORMULAS.dso,
  },
  bestDso: {
    says: {
      en: 'What it would be if everybody paid on the due day.',
      id: 'Angkanya bila semua membayar tepat pada jatuh tempo.',
    },
    formula: FORMULAS.bestPossibleDso,
  },
  delay: {
    says: {
      en: 'The part of the days that is delay: what reminding can win back.',
      id: 'Bagian hari yang merupakan keterlambatan: yang dapat diperbaiki dengan mengingatkan.',
    },
    formula: FORMULAS.averageDaysDelinquent,
  },
  margin: {
    says: {
      en: 'What is left of sales after the goods are paid.',
      id: 'Sisa penjualan setelah harga barang.',
    },
    formula: FORMULAS.margin,
  },
  forecast: {
    says: {
      en: 'When what customers owe should be money, and how right that was in past weeks.',
      id: 'Kapan utang pelanggan seharusnya menjadi uang, dan seberapa tepat perkiraan minggu lalu.',
    },
    formula: FORMULAS.cashForecast,
  },
  overdue: {
    says: {
      en: 'What is open and past its due day.',
      id: 'Yang terbuka dan lewat jatuh tempo.',
    },
    formula: { en: 'open - not due', id: 'terbuka - belum jatuh tempo' },
  },
  risk: {
    says: {
      en: 'How likely it is that a customer pays late or not at all. Each point has a reason on the customer’s page.',
      id: 'Seberapa mungkin pelanggan terlambat atau tidak membayar. Tiap poin punya alasan di halaman pelanggan.',
    },
    formula: {
      en: 'the points of all reasons, 100 at most; medium from 25, high from 55',
      id: 'poin semua alasan, paling banyak 100; sedang mulai 25, tinggi mulai 55',
    },
  },
  liquidationRate: {
    says: {
      en: 'How much of what an agency was given has come in through it.',
      id: 'Berapa bagian dari titipan kepada agen yang sudah masuk lewat agen.',
    },
    formula: FORMULAS.liquidationRate,
  },
} as const satisfies Readonly<Record<string, Meaning>>;

/** What every status and figure of the console is. This is the one place that says it. */
export const MEANINGS = {
  standing: STANDING,
  line: LINE,
  payment: PAYMENT,
  letter: LETTER,
  case: CASE,
  figure: FIGURE,
} as const;

export type Meanings = typeof MEANINGS;
/** Such as `figure.dso`. */
export type MeaningKey = {
  [Kind in keyof Meanings]: `${Kind}.${keyof Meanings[Kind] & string}`;
}[keyof Meanings];

/** What a status or a figure is. */
export function meaningOf(key: MeaningKey): Meaning {
  const [kind, name] = key.split('.', 2) as [keyof Meanings, string];
  const kinds: Readonly<Record<string, Meaning>> = MEANINGS[kind];
  const meaning = kinds[name];
  if (meaning === undefined) throw new Error(`${key} has no meaning`);
  return meaning;
}
