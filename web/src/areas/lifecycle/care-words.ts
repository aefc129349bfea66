import { defineWords } from '../../words/words.js';

/** Words of giving work to somebody, putting it off, and notes. */
export const careWords = defineWords({
  care: { en: 'Who, when, notes', id: 'Siapa, kapan, catatan' },
  assignee: { en: 'Works on it', id: 'Yang mengerjakan' },
  nobody: { en: 'nobody in particular', id: 'belum ada' },
  take: { en: 'I take it', id: 'Saya ambil' },
  putOff: { en: 'Put off', id: 'Tunda' },
  until: { en: 'Put off until', id: 'Tunda sampai' },
  offUntil: { en: 'put off until {day}', id: 'ditunda sampai {day}' },
  back: { en: 'Back into the queue', id: 'Kembalikan ke antrean' },
  note: { en: 'Note', id: 'Catatan' },
  write: { en: 'Write', id: 'Tulis' },
  takeBack: { en: 'Take back', id: 'Tarik' },
  given: { en: 'Given to {who}', id: 'Diberikan kepada {who}' },
  givenBack: { en: 'Given to nobody in particular', id: 'Tidak lagi milik siapa pun' },
  off: { en: 'Put off until {day}', id: 'Ditunda sampai {day}' },
  isBack: { en: 'In the queue again', id: 'Kembali ke antrean' },
  noted: { en: 'Note written', id: 'Catatan ditulis' },
  changed: {
    en: 'Somebody changed this meanwhile. Here is how it is now; nothing of theirs was overwritten.',
    id: 'Ini baru saja diubah orang lain. Beginilah keadaannya sekarang; tidak ada yang tertimpa.',
  },
  mine: { en: 'Mine', id: 'Milik saya' },
  later: { en: 'Put off', id: 'Ditunda' },
});
