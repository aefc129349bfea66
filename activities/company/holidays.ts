import { Temporal } from 'temporal-polyfill';
import { companyHolidays, yearWithoutHolidays } from '../../domain/calendar/company-holidays.js';
import type { Holiday } from '../../domain/calendar/holidays.js';
import type { CommandContext } from '../../domain/context.js';
import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';
import { requestMasterChange } from './master-changes.js';

export type HolidayYear = Readonly<{
  country: string;
  year: number;
  days: readonly Omit<Holiday, 'confirmed'>[];
}>;

/**
 * Asks for the holidays of a year in a country, in place of those that came with the product or were given before.
 * Answers the id of the change: holidays move letters and deadlines, so that two people give them.
 *
 * @throws Refusal `HOLIDAY_OUTSIDE_YEAR`, `HOLIDAY_REPEATED` and those of `request_master_change`
 */
export async function askToGiveHolidays(
  tx: Transaction,
  ctx: CommandContext,
  { country, year, days, reason }: HolidayYear & Readonly<{ reason: string }>,
): Promise<string> {
  checkDays(year, days);
  const all = companyHolidays(country, await ownHolidays(tx, country));
  const present = all.filter(({ date }) => date.startsWith(`${year}-`));
  return requestMasterChange(tx, ctx, {
    kind: 'holidays',
    subject: subjectOf(country, year),
    before: present.length === 0 ? null : { days: present.map(keptDay) },
    after: { country, year, days: days.map(keptDay) },
    reason,
  });
}

function keptDay({ date, kind, name }: HolidayYear['days'][number]) {
  return { date, kind, name };
}

/** The holidays of a country that the company gave itself. */
export async function ownHolidays(
  prisma: Pick<Transaction, 'holiday'>,
  country: string,
): Promise<readonly Holiday[]> {
  const rows = await prisma.holiday.findMany({ where: { country }, orderBy: { day: 'asc' } });
  return rows.map(({ day, kind, nameId, nameEn }) => ({
    date: day.toISOString().slice(0, 10),
    kind: kind === 'jointLeave' ? 'jointLeave' : 'national',
    name: { id: nameId, en: nameEn },
    confirmed: true,
  }));
}

/** Asks for the holidays of a year, three months before it begins, when they are not known for certain. */
export async function askForHolidays(tx: Transaction, ctx: CommandContext): Promise<void> {
  const companies = await tx.legalEntity.findMany({
    distinct: ['country'],
    select: { country: true, timeZone: true },
  });
  for (const { country, timeZone } of companies) {
    const today = Temporal.Instant.from(ctx.at).toZonedDateTimeISO(timeZone).toPlainDate();
    const holidays = companyHolidays(country, await ownHolidays(tx, country));
    const year = yearWithoutHolidays(holidays, today);
    if (year === undefined) continue;
    const item = {
      kind: 'holidays-missing',
      subjectKind: 'holidays',
      subjectId: subjectOf(country, year),
      detail: { country, year },
    };
    await tx.$queryRaw`SELECT open_work_item(${JSON.stringify(ctx)}::jsonb, ${JSON.stringify(item)}::jsonb)::text`;
  }
}

function subjectOf(country: string, year: number): string {
  return `${country}:${year}`;
}

function checkDays(year: number, days: HolidayYear['days']): void {
  const seen = new Set<string>();
  for (const [index, { date }] of days.entries()) {
    const param = `days[${index}].date`;
    if (Temporal.PlainDate.from(date).year !== year) {
      const detail = `${date} is not in ${year}.`;
      throw new Refusal({ code: 'HOLIDAY_OUTSIDE_YEAR', param, detail });
    }
    if (seen.has(date)) {
      const detail = `${date} is named twice.`;
      throw new Refusal({ code: 'HOLIDAY_REPEATED', param, detail });
    }
    seen.add(date);
  }
}
