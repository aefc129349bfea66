import { useContext } from 'react';
import { LiveContext } from '../shell/live-context.js';
import { defineWords, useWords } from '../words/words.js';
import { time } from './format.js';
import { usePlace } from './place.js';

const words = defineWords({
  live: { en: 'Live, {at}', id: 'Langsung, {at}' },
  stale: { en: 'As of {at}', id: 'Per {at}' },
});

/** In the head of a page: whether it follows the books, and of when it is. */
export function LiveMark({ updatedAt }: Readonly<{ updatedAt: number }>) {
  const say = useWords(words);
  const place = usePlace();
  const { kind } = useContext(LiveContext);
  const behindMs = Date.now() - updatedAt;
  const at = time(new Date(kind === 'live' ? place.nowMs : place.nowMs - behindMs), place);
  return (
    <span className={kind === 'live' ? 'live' : 'live waiting'} role="status">
      {say(kind === 'live' ? 'live' : 'stale', { at })}
    </span>
  );
}
