import { Link, useSearch } from '@tanstack/react-router';
import { Page as Frame } from '../../ui/page.js';
import { useWords } from '../../words/words.js';
import { HeldLetters } from './held-letters.js';
import { LetterTexts } from './letter-texts.js';
import { lettersWords } from './letters-words.js';
import { NextLetters } from './next-letters.js';
import { SentLetters } from './sent-letters.js';

const VIEWS = ['next', 'held', 'sent', 'texts'] as const;
type View = (typeof VIEWS)[number];

/** The next letters before they go, what is held and why, what went out, and our own words. */
export function Page() {
  const say = useWords(lettersWords);
  const search = useSearch({ strict: false }) as Readonly<{ view?: View | undefined }>;
  const view = search.view ?? 'next';
  const views = <Views chosen={view} />;
  if (view === 'texts')
    return (
      <LetterTexts frame={(parts) => <Frame title={say('title')} views={views} {...parts} />} />
    );
  if (view === 'held') return <HeldLetters views={views} />;
  return view === 'sent' ? <SentLetters views={views} /> : <NextLetters views={views} />;
}

function Views({ chosen }: Readonly<{ chosen: View }>) {
  const say = useWords(lettersWords);
  return (
    <nav className="tabs" aria-label={say('views')}>
      {VIEWS.map((view) => (
        <Link
          key={view}
          to="/letters"
          search={{ view }}
          aria-current={chosen === view ? 'page' : undefined}
        >
          {say(view)}
        </Link>
      ))}
    </nav>
  );
}
