import { defineWords, useWords } from '../../words/words.js';

const words = defineWords({
  deliver: { en: 'Hand over the goods', id: 'Serahkan barang' },
  invoice: { en: 'Issue the invoice', id: 'Terbitkan faktur' },
  payment: { en: 'Wait for the money', id: 'Tunggu pembayaran' },
  reminder: { en: 'Reminder {level}', id: 'Pengingat {level}' },
  recalled: { en: 'Decide what is next', id: 'Putuskan langkah berikutnya' },
  place: { en: 'To an agency', id: 'Ke agen penagihan' },
  collection: { en: 'Agency reports', id: 'Laporan agen' },
  hold: { en: 'Decide what holds it', id: 'Putuskan yang menahannya' },
  'hold-promise': { en: 'Look for the money', id: 'Lihat uangnya' },
  'hold-dispute': { en: 'Settle the dispute', id: 'Selesaikan keberatan' },
  'hold-unmatched-cash': { en: 'Match the money', id: 'Pasangkan uangnya' },
  'hold-stale-bank-data': { en: 'Read the bank', id: 'Baca bank' },
  nothing: { en: 'Nothing', id: 'Tidak ada' },
});

type Key = keyof typeof words;
const NOTICE = /^reminder-(?<level>\d+)$/;

/** What comes next, in words; `nextStep` as the API gives it. */
export function useNextStep(): (nextStep: string | null) => string {
  const say = useWords(words);
  return (nextStep) => {
    if (nextStep === null) return say('nothing');
    const level = NOTICE.exec(nextStep)?.groups?.['level'];
    if (level !== undefined) return say('reminder', { level });
    if (nextStep in words) return say(nextStep as Key);
    return nextStep.startsWith('hold-') ? say('hold') : nextStep;
  };
}
