import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** Many events in a moment are one reason to read again. */
const GATHER_MS = 1_000;

export type LiveState = Readonly<{ kind: 'live' | 'waiting' | 'off' }>;

/** Listens to what changes in the books and reads again what is shown, at most once a second. */
export function useLiveUpdates(enabled: boolean): LiveState {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>({ kind: 'waiting' });
  useEffect(() => {
    if (!enabled) {
      setState({ kind: 'off' });
      return undefined;
    }
    let gathered: ReturnType<typeof setTimeout> | undefined;
    const stream = new EventSource('/v1/events');
    const news = () => {
      gathered ??= setTimeout(() => {
        gathered = undefined;
        void queries.invalidateQueries({ predicate: ({ meta }) => meta?.['live'] === true });
      }, GATHER_MS);
    };
    stream.onopen = () => setState({ kind: 'live' });
    stream.onerror = () => setState({ kind: 'waiting' });
    stream.onmessage = news;
    stream.addEventListener('lifecycle', news);
    return () => {
      clearTimeout(gathered);
      stream.close();
    };
  }, [enabled, queries]);
  return state;
}
