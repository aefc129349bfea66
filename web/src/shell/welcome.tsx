import { useState } from 'react';
import { defineWords, useWords } from '../words/words.js';
import { useSession } from './session.js';

const words = defineWords({
  title: { en: 'New here?', id: 'Baru di sini?' },
  why: {
    en: 'This company is a sample: nothing that you do leaves this machine.',
    id: 'Perusahaan ini contoh: yang Anda lakukan tidak keluar dari mesin ini.',
  },
  tour: { en: 'Look around', id: 'Lihat-lihat' },
  noTour: { en: 'No, thank you', id: 'Tidak, terima kasih' },
});

const KEPT = 'lunas.tour';

/** The tour is offered once on a device. */
export function keepTour(): void {
  localStorage.setItem(KEPT, 'offered');
}

/** Offers the tour to whoever opens the sample company for the first time. */
export function Welcome({ onTour }: Readonly<{ onTour: () => void }>) {
  const say = useWords(words);
  const { isSample } = useSession();
  const [isOffered, setOffered] = useState(() => isSample && localStorage.getItem(KEPT) === null);
  if (!isOffered) return null;
  const answer = (wants: boolean) => () => {
    keepTour();
    setOffered(false);
    if (wants) onTour();
  };
  return (
    <aside className="tour" aria-label={say('title')}>
      <h2>{say('title')}</h2>
      <p>{say('why')}</p>
      <footer>
        <button type="button" className="btn" onClick={answer(false)}>
          {say('noTour')}
        </button>
        <span className="grow" />
        <button type="button" className="btn primary" onClick={answer(true)}>
          {say('tour')}
        </button>
      </footer>
    </aside>
  );
}
