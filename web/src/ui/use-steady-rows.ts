import { useCallback, useMemo, useRef, useState } from 'react';

/**
 * Rows that do not move under the cursor: what changes does so in place, what is new waits until it is asked for. What
 * is gone stays out. `scope` says what list it is: another scope begins anew.
 */
export function useSteadyRows<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  scope: string,
) {
  const [seen, setSeen] = useState<Readonly<{ scope: string; keys: readonly string[] }>>();
  const tail = useRef(0);
  const isKnown = seen !== undefined && seen.scope === scope && seen.keys.length > 0;
  const steady = useMemo(() => {
    const byKey = new Map(rows.map((row) => [keyOf(row), row]));
    if (!isKnown) return { shown: rows, fresh: 0 };
    const known = new Set(seen.keys);
    const shown = seen.keys.flatMap((key) => byKey.get(key) ?? []);
    const lastKnown = rows.findLastIndex((row) => known.has(keyOf(row)));
    // What comes behind the last row was read by scrolling on; what comes before it is news.
    const behind = rows.slice(lastKnown + 1);
    const fresh = rows.slice(0, lastKnown + 1).filter((row) => !known.has(keyOf(row))).length;
    return { shown: [...shown, ...behind], fresh };
  }, [rows, seen, isKnown, keyOf]);
  const keys = steady.shown.map(keyOf);
  if (rows.length > 0 && (!isKnown || keys.length !== tail.current)) {
    tail.current = keys.length;
    if (seen?.scope !== scope || keys.join() !== seen.keys.join()) setSeen({ scope, keys });
  }
  const showNew = useCallback(
    () => setSeen({ scope, keys: rows.map(keyOf) }),
    [rows, keyOf, scope],
  );
  return { rows: steady.shown, fresh: steady.fresh, showNew };
}
