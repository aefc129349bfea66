import { createClock, loadClock } from '../../platform/clock.js';
import { asOwner } from '../support/books.js';
import { useEmptyBooks } from '../support/empty-books.js';

const FAST = {
  businessEpochMs: Date.parse('2026-07-01T00:00:00Z'),
  realEpochMs: 1_000,
  speed: 3_600,
};

describe('a clock', () => {
  it('is the machine’s when nothing else was said', () => {
    let real = Date.parse('2026-11-22T03:00:00.123Z');
    const clock = createClock(undefined, () => real);
    expect(clock.iso()).toBe('2026-11-22T03:00:00.123Z');
    real += 1;
    expect(clock.nowMs()).toBe(Date.parse('2026-11-22T03:00:00.124Z'));
  });

  it('runs an hour a second when told to, from its own beginning', () => {
    let real = 1_000;
    const clock = createClock(FAST, () => real);
    expect(clock.iso()).toBe('2026-07-01T00:00:00.000Z');
    real += 1_000;
    expect(clock.iso()).toBe('2026-07-01T01:00:00.000Z');
    real += 24_000;
    expect(clock.now().toString()).toBe('2026-07-02T01:00:00Z');
    expect(clock.settings).toEqual(FAST);
  });

  it('knows that it is tomorrow already in Jakarta', () => {
    const clock = createClock(undefined, () => Date.parse('2026-12-31T17:00:00Z'));
    expect(clock.today('Asia/Jakarta').toString()).toBe('2027-01-01');
    expect(clock.today('Europe/London').toString()).toBe('2026-12-31');
    expect(
      createClock(undefined, () => Date.parse('2026-12-31T16:59:59.999Z'))
        .today('Asia/Jakarta')
        .toString(),
    ).toBe('2026-12-31');
  });

  it('never falls back within a run of the machine’s clock', () => {
    let real = 1_000;
    const clock = createClock({ ...FAST, speed: 0.3 }, () => real);
    let before = clock.nowMs();
    for (let i = 0; i < 100; i += 1) {
      real += 1;
      expect(clock.nowMs()).toBeGreaterThanOrEqual(before);
      expect(Number.isInteger(clock.nowMs())).toBe(true);
      before = clock.nowMs();
    }
  });
});

describe('loadClock', () => {
  const empty = useEmptyBooks();

  it('is real time in books that say nothing', async () => {
    const clock = await loadClock(empty().database);
    expect(Math.abs(clock.nowMs() - Date.now())).toBeLessThan(1_000);
    expect(clock.settings.speed).toBe(1);
  });

  it('is what the books say, the same in every process', async () => {
    const data = {
      id: 1,
      businessEpoch: new Date(FAST.businessEpochMs),
      realEpoch: new Date(FAST.realEpochMs),
      speed: FAST.speed,
    };
    await asOwner(empty().books, (tx) => tx.businessClock.create({ data }));
    expect((await loadClock(empty().database)).settings).toEqual(FAST);
  });
});
