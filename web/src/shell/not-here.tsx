import { NothingFound } from '../ui/states.js';
import { Page } from '../ui/page.js';
import { defineWords, useWords } from '../words/words.js';

const words = defineWords({
  title: { en: 'No such page', id: 'Halaman tidak ada' },
  says: {
    en: 'The link may be old. Everything can be found with Ctrl K.',
    id: 'Tautannya mungkin lama. Semuanya dapat dicari dengan Ctrl K.',
  },
});

export function NotHere() {
  const say = useWords(words);
  return (
    <Page title={say('title')}>
      <div className="body">
        <NothingFound title={say('title')}>{say('says')}</NothingFound>
      </div>
    </Page>
  );
}
