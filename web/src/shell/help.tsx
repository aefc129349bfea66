import { useContext, useState } from 'react';
import { Dialog } from '../ui/dialog.js';
import { PageKeysContext, type PageKeys } from '../ui/page-keys.js';
import { lettersAreOn, switchLetters } from '../ui/use-keys.js';
import { defineWords, useWords } from '../words/words.js';
import { AREAS, areaWords } from './areas.js';
import { useRole } from './session.js';

const words = defineWords({
  help: { en: 'Help', id: 'Bantuan' },
  here: { en: 'Keys of this page', id: 'Tombol di halaman ini' },
  everywhere: { en: 'Keys everywhere', id: 'Tombol di mana saja' },
  find: { en: 'find anything', id: 'cari apa saja' },
  back: { en: 'take back what was done last', id: 'urungkan yang terakhir' },
  this: { en: 'this help', id: 'bantuan ini' },
  letters: {
    en: 'Keys of one letter act (switch them off when you speak to this device)',
    id: 'Tombol satu huruf berfungsi (matikan bila perangkat ini diajak bicara)',
  },
  why: {
    en: 'A question mark beside a status or a figure says what it is and how it is made.',
    id: 'Tanda tanya di samping status atau angka menjelaskan artinya dan cara menghitungnya.',
  },
  tour: { en: 'Look around', id: 'Lihat-lihat' },
  close: { en: 'Close', id: 'Tutup' },
});

/** What the keys do here and everywhere, the switch for letters (WCAG 2.1.4), and the way into the tour. */
export function Help({ onClose, onTour }: Readonly<{ onClose: () => void; onTour: () => void }>) {
  const say = useWords(words);
  const ofPage = useContext(PageKeysContext).current;
  const [isOn, setOn] = useState(lettersAreOn);
  const change = (on: boolean) => {
    switchLetters(on);
    setOn(on);
  };
  return (
    <Dialog
      title={say('help')}
      onClose={onClose}
      verbs={
        <>
          <button type="button" className="btn" onClick={onTour}>
            {say('tour')}
          </button>
          <button type="button" className="btn primary" onClick={onClose}>
            {say('close')}
          </button>
        </>
      }
    >
      <p className="soft">{say('why')}</p>
      <KeyList title={say('here')} keys={ofPage} />
      <KeyList title={say('everywhere')} keys={useKeysEverywhere()} />
      <label className="row">
        <input type="checkbox" checked={isOn} onChange={({ target }) => change(target.checked)} />
        {say('letters')}
      </label>
    </Dialog>
  );
}

/** `g` and a letter for each area of the role, and what does the same on every page. */
function useKeysEverywhere(): PageKeys {
  const say = useWords(words);
  const name = useWords(areaWords);
  const role = useRole();
  const areas = AREAS.filter(({ roles }) => roles.includes(role));
  return [
    ['Ctrl K', say('find')],
    ...areas.map((area) => [`g ${area.letter}`, name(area.name)] as const),
    ['z', say('back')],
    ['?', say('this')],
  ];
}

function KeyList({ title, keys }: Readonly<{ title: string; keys: PageKeys }>) {
  if (keys.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <dl className="key-list">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              {key.split(' ').map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
