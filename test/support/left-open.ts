/**
 * What a test opens and does not close, because it failed before: it is closed after the test, so that no failing test
 * fails the next one. What is opened in `beforeAll` stays, and is closed in `afterAll` as before.
 */
const leftOpen = new Set<() => Promise<unknown>>();
let isInTest = false;

/** Answers `close`, which may be called any number of times and is called after the test at the latest. */
export function closedAfterTest(close: () => Promise<unknown>): () => Promise<void> {
  let closing: Promise<void> | undefined;
  const once = (): Promise<void> => {
    leftOpen.delete(once);
    closing ??= close().then(() => {});
    return closing;
  };
  if (isInTest) leftOpen.add(once);
  return once;
}

/** Registered for every test file; the first of all hooks around a test. */
export function closeWhatTestsLeaveOpen(): void {
  beforeEach(() => {
    isInTest = true;
  });
  afterEach(async () => {
    isInTest = false;
    const closes = [...leftOpen].toReversed();
    leftOpen.clear();
    await Promise.all(closes.map((close) => close()));
  });
}
