const MONTHS = 12;
const DAYS_OF_MONTH_MAX = 31;

/** Numbers of days are in the order of the days; they say how near two days are, to a day or two. */
export function dayNumber({
  year,
  month,
  day,
}: Readonly<{ year: number; month: number; day: number }>): number {
  return (year * MONTHS + month) * DAYS_OF_MONTH_MAX + day;
}
