/** How long a revoked credential may still be accepted. */
export const CREDENTIAL_TTL_MS = 5_000;
/** More callers than any shop has; beyond this somebody is guessing, and the oldest entry is dropped. */
const ENTRIES_MAX = 10_000;

type Entry<Value> = Readonly<{ value: Promise<Value>; readAtMs: number }>;

/**
 * Caches for some seconds what the database says about a credential, so that the hot path needs no round trip.
 * Concurrent look-ups of a credential share one query. A failed look-up is not cached.
 */
export function createCredentialCache<Value>(
  load: (key: string) => Promise<Value>,
  realTimeMs: () => number,
): Readonly<{ get: (key: string) => Promise<Value>; forget: (key: string) => void }> {
  const entries = new Map<string, Entry<Value>>();
  const ask = (key: string): Promise<Value> => {
    const value = load(key);
    entries.delete(key);
    entries.set(key, { value, readAtMs: realTimeMs() });
    if (entries.size > ENTRIES_MAX) entries.delete(entries.keys().next().value ?? key);
    value.catch(() => entries.delete(key));
    return value;
  };
  return {
    get: (key) => {
      const entry = entries.get(key);
      const fresh = entry !== undefined && realTimeMs() - entry.readAtMs < CREDENTIAL_TTL_MS;
      return fresh ? entry.value : ask(key);
    },
    forget: (key) => {
      entries.delete(key);
    },
  };
}
