import { useEmptyBooks } from '../support/empty-books.js';

const empty = useEmptyBooks();

/** A promise of 10 March, heard at nine; and money. */
type Case = Readonly<{
  when: string;
  channel?: string;
  valueDate?: string;
  bookedAt?: string;
  counts: boolean;
}>;

describe('money may keep a promise', () => {
  it.each<Case>([
    { when: 'that was made before it came', counts: true },
    { when: 'heard in the same moment', bookedAt: '2026-03-10T09:00:00Z', counts: true },
    {
      when: 'given to an agency, which told us later',
      channel: 'agency',
      bookedAt: '2026-03-10T08:00:00Z',
      counts: true,
    },
    {
      when: 'but not when it was here before, on the same day',
      bookedAt: '2026-03-10T08:59:59Z',
      counts: false,
    },
    { when: 'but not when the bank had it the day before', valueDate: '2026-03-09', counts: false },
  ])('$when', async ({ counts, ...parts }) => {
    const {
      channel = 'phone',
      valueDate = '2026-03-10',
      bookedAt = '2026-03-12T10:00:00Z',
    } = parts;
    const [row] = await empty().database.prisma.$queryRaw<[{ counts: boolean }]>`
      SELECT counts_for_promise(p, ${valueDate}::date, ${bookedAt}::timestamptz) AS counts
      FROM jsonb_populate_record(NULL::promise_to_pay, jsonb_build_object('channel', ${channel}::text,
        'promised_on', '2026-03-10', 'recorded_at', '2026-03-10T09:00:00Z')) p`;
    expect(row.counts).toBe(counts);
  });
});
