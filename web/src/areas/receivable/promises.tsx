import { Link, useSearch } from '@tanstack/react-router';
import { useWords } from '../../words/words.js';
import { DisputeList } from './dispute-list.js';
import { PromiseList } from './promise-list.js';
import { promisesWords } from './promises-words.js';

const VIEWS = ['running', 'broken', 'kept', 'disputes', 'resolved'] as const;
type View = (typeof VIEWS)[number];

/** What customers have promised, by day, and what they object to, by age. */
export function Page() {
  const search = useSearch({ strict: false }) as Readonly<{ view?: View | undefined }>;
  const view = search.view ?? 'running';
  const views = <Views chosen={view} />;
  switch (view) {
    case 'disputes':
      return <DisputeList state="open" views={views} />;
    case 'resolved':
      return <DisputeList state="resolved" views={views} />;
    case 'running':
      return <PromiseList state="open" views={views} />;
    default:
      return <PromiseList state={view} views={views} />;
  }
}

function Views({ chosen }: Readonly<{ chosen: View }>) {
  const say = useWords(promisesWords);
  return (
    <nav className="tabs" aria-label={say('views')}>
      {VIEWS.map((view) => (
        <Link
          key={view}
          to="/promises"
          search={{ view }}
          aria-current={chosen === view ? 'page' : undefined}
        >
          {say(view)}
        </Link>
      ))}
    </nav>
  );
}
