import { defineWords } from '../../words/words.js';

export const mastersWords = defineWords({
  banks: { en: 'Bank accounts', id: 'Rekening bank' },
  ask: { en: 'Ask for an account', id: 'Minta rekening baru' },
  askChange: { en: 'Ask for a change', id: 'Minta perubahan' },
  askTitle: { en: 'Change of {name}', id: 'Perubahan {name}' },
  askWhy: {
    en: 'It holds when a second person agrees. Until then invoices and letters keep what they name now.',
    id: 'Berlaku setelah orang kedua setuju. Sampai saat itu faktur dan surat tetap menyebut yang sekarang.',
  },
  holdsLater: {
    en: 'It holds when a second person agrees. Until then everything stays as it is.',
    id: 'Berlaku setelah orang kedua setuju. Sampai saat itu semuanya tetap.',
  },
  send: { en: 'Ask', id: 'Minta' },
  asked: { en: 'Asked for. A second person decides.', id: 'Diminta. Orang kedua yang memutuskan.' },
  number: { en: 'Number', id: 'Nomor' },
  name: { en: 'What we call it', id: 'Sebutan kami' },
  bank: { en: 'Bank', id: 'Bank' },
  onDocuments: { en: 'On invoices and letters', id: 'Di faktur dan surat' },
  yes: { en: 'yes', id: 'ya' },
  no: { en: 'no', id: 'tidak' },
  named: { en: 'yes, this one is named', id: 'ya, ini yang disebut' },
  last: { en: 'Files up to', id: 'Berkas sampai' },
  account: { en: 'Account', id: 'Akun' },
  reason: { en: 'Why', id: 'Sebab' },
  verbs: { en: 'What to do', id: 'Tindakan' },
  none: { en: 'There is no bank account yet', id: 'Belum ada rekening bank' },
  noneWhy: {
    en: 'Invoices and letters name the account to pay to.',
    id: 'Faktur dan surat menyebut rekening tujuan pembayaran.',
  },
  waiting: { en: 'Waits for a second person', id: 'Menunggu orang kedua' },
  by: { en: '{name} asked: {reason}', id: '{name} meminta: {reason}' },
  forWhom: {
    en: 'An administrator, AR manager, credit controller or owner decides, but not {name}.',
    id: 'Yang memutuskan: administrator, manajer piutang, pengendali kredit, atau pemilik, selain {name}.',
  },
  agree: { en: 'Agree', id: 'Setuju' },
  reject: { en: 'Reject', id: 'Tolak' },
  agreed: { en: 'It holds now', id: 'Sekarang berlaku' },
  rejected: { en: 'It is rejected', id: 'Ditolak' },
});
