import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { BodyOf } from './client.js';

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
    stream.onopen = () => {
      setState({ kind: 'live' });
      // How far imports are is not told again to who was away.
      void queries.invalidateQueries({ predicate: ofImports });
    };
    stream.onerror = () => setState({ kind: 'waiting' });
    stream.onmessage = news;
    stream.addEventListener('lifecycle', news);
    stream.addEventListener('import', ({ data }: MessageEvent<string>) => {
      showProgress(queries, JSON.parse(data) as ImportProgress);
    });
    return () => {
      clearTimeout(gathered);
      stream.close();
    };
  }, [enabled, queries]);
  return state;
}

type Import = BodyOf<'GET /v1/imports/{importId}'>;
type ImportProgress = Pick<Import, 'id' | 'kind' | 'mode' | 'status' | 'rows'>;

const ONE_IMPORT = 'GET /v1/imports/{importId}';

type Keyed = Readonly<{ queryKey: readonly unknown[] }>;

function ofImports({ queryKey: [name] }: Keyed): boolean {
  return String(name).startsWith('GET /v1/imports');
}

/** The rows of an import go on as the event says, without a call; with its state there is more to read. */
function showProgress(queries: QueryClient, progress: ImportProgress): void {
  const shown = queries
    .getQueriesData<Import>({ queryKey: [ONE_IMPORT] })
    .some(([, one]) => one?.id === progress.id && one.status === progress.status);
  queries.setQueriesData<Import>({ queryKey: [ONE_IMPORT] }, (one) =>
    one?.id === progress.id ? { ...one, status: progress.status, rows: progress.rows } : one,
  );
  if (!shown) void queries.invalidateQueries({ predicate: ofImports });
}
