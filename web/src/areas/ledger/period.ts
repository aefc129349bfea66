/** What the page is about: today, yesterday, or so many days that end today. */
export const PERIODS = ['today', 'yesterday', 'week', 'month'] as const;
export type PeriodName = (typeof PERIODS)[number];

export type Span = Readonly<{ from: string; to: string }>;

/** Where the sales of these days are found, as the address of that page says it. */
export function salesOf({ from, to }: Span, store: string | undefined) {
  return { day: from, until: from === to ? undefined : to, store };
}

const LENGTH = { today: 1, yesterday: 1, week: 7, month: 28 } as const;
/** Weekdays are compared with the same weekdays. */
const BACK = { today: 7, yesterday: 7, week: 7, month: 28 } as const;

const DAY_MS = 86_400_000;

/** So many days later; below zero: earlier. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The days of a period, and the days that they are compared with. */
export function spansOf(name: PeriodName, today: string): Readonly<{ now: Span; before: Span }> {
  const to = name === 'yesterday' ? addDays(today, -1) : today;
  const now = { from: addDays(to, 1 - LENGTH[name]), to };
  const before = { from: addDays(now.from, -BACK[name]), to: addDays(to, -BACK[name]) };
  return { now, before };
}
