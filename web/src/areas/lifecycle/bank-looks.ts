import { look, type WorkLook } from './work-look.js';
import { READ_AGAIN, RELEASE, REPEATS, TO_FILE } from './work-verbs.js';

const BANK = ['money', 'wait', 'bank'] as const;

/** What bank files and their lines ask of a person. */
export const BANK_LOOKS: Readonly<Record<string, WorkLook>> = {
  'bank-statement-refused': look(
    ['money', 'bad', 'bank'],
    [
      { en: 'Bank file refused', id: 'Berkas bank ditolak' },
      { en: 'Read the file again?', id: 'Baca ulang berkasnya?' },
    ],
    [READ_AGAIN, TO_FILE],
  ),
  'bank-statement-given-up': look(
    ['money', 'bad', 'bank'],
    [
      { en: 'Bank file stopped half-way', id: 'Berkas bank terhenti' },
      { en: 'Go on with the file?', id: 'Lanjutkan berkasnya?' },
    ],
    [READ_AGAIN, TO_FILE],
  ),
  'bank-statement-awaiting-release': look(
    ['approve', 'wait', 'bank'],
    [
      { en: 'Bank file to release', id: 'Berkas bank menunggu dilepas' },
      { en: 'Does this file come from the bank?', id: 'Apakah berkas ini benar dari bank?' },
    ],
    [...RELEASE, TO_FILE],
  ),
  'bank-statement-gap': look(
    BANK,
    [
      { en: 'A statement is missing', id: 'Rekening koran terlewat' },
      { en: 'Where is the statement between?', id: 'Di mana rekening koran di antaranya?' },
    ],
    [TO_FILE],
  ),
  'bank-statement-overlap': look(
    BANK,
    [
      { en: 'Statements overlap', id: 'Rekening koran bertumpang tindih' },
      { en: 'Are both statements right?', id: 'Apakah keduanya benar?' },
    ],
    [TO_FILE],
  ),
  'bank-statement-differs': look(
    BANK,
    [
      { en: 'The file does not add up', id: 'Berkas tidak cocok' },
      { en: 'Why does the file not add up?', id: 'Mengapa berkasnya tidak cocok?' },
    ],
    [TO_FILE],
  ),
  'bank-lines-refused': look(
    ['money', 'bad', 'bank'],
    [
      { en: 'Bank lines not understood', id: 'Baris bank tidak terbaca' },
      { en: 'What do these lines say?', id: 'Apa isi baris-baris ini?' },
    ],
    [TO_FILE],
  ),
  'bank-lines-of-other-days': look(
    BANK,
    [
      { en: 'Booked on another day', id: 'Dibukukan di hari lain' },
      { en: 'Is the other day right?', id: 'Apakah hari lain itu benar?' },
    ],
    [TO_FILE],
  ),
  'bank-lines-repeat-unclear': look(
    BANK,
    [
      { en: 'The same money twice?', id: 'Uang yang sama dua kali?' },
      { en: 'One booking, or two that look alike?', id: 'Satu pembukuan, atau dua yang mirip?' },
    ],
    [...REPEATS, TO_FILE],
  ),
  'bank-line-to-book': look(
    BANK,
    [
      { en: 'Not a customer’s money', id: 'Bukan uang pelanggan' },
      { en: 'Where does this line belong?', id: 'Di mana baris ini dibukukan?' },
    ],
    [{ ...TO_FILE, to: '/bank-files?file={detail.statementId}' }],
  ),
};
