/** How old figures may be. Scrapers ask every 15 seconds or less often; several of them cost one reading. */
export const PAGE_TTL_MS = 5_000;

/**
 * Makes a page at most once in `PAGE_TTL_MS`; concurrent callers get the same one. After a failure the next caller
 * makes it again.
 */
export function createPage(
  make: () => Promise<string>,
  realTimeMs: () => number,
): () => Promise<string> {
  let current: Promise<string> | undefined;
  let madeAtMs: number | undefined;
  return () => {
    const isMaking = madeAtMs === undefined;
    if (current !== undefined && (isMaking || realTimeMs() - (madeAtMs ?? 0) < PAGE_TTL_MS))
      return current;
    madeAtMs = undefined;
    current = make().then(
      (page) => {
        madeAtMs = realTimeMs();
        return page;
      },
      (error: unknown) => {
        current = undefined;
        throw error;
      },
    );
    return current;
  };
}
