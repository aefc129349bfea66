/** How long a revoked credential may still be honoured. */
export const CREDENTIAL_TTL_MS = 5_000;
/** More callers than any shop has; beyond it somebody is guessing and the oldest entry goes. */
const ENTRIES_MAX = 10_000;

type Entry<Value> = Readonly<{ value: Promise<Value>; readAtMs: number }>;

/**
 * Remembers for some seconds what the database said about a credential, so that the hot path needs no round
 * trip for it. Callers that ask for the same one at once share one question. A question that failed is
 * asked again.
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
