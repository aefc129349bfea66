import { defineWords, useWords } from '../words/words.js';
import { useSession } from './session.js';

const words = defineWords({
  store: { en: 'Store', id: 'Toko' },
  all: { en: 'All stores', id: 'Semua toko' },
});

type Props = Readonly<{
  store: string | undefined;
  onChoose: (store: string | undefined) => void;
}>;

/** One store or all of them; not there for who has one store alone. */
export function StoreChoice({ store, onChoose }: Props) {
  const say = useWords(words);
  const { stores } = useSession().surroundings;
  if (stores.length < 2) return null;
  return (
    <span className="field small">
      <select
        aria-label={say('store')}
        value={store ?? ''}
        onChange={({ target }) => onChoose(target.value || undefined)}
      >
        <option value="">{say('all')}</option>
        {stores.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}
