import { giveHolidays as give, ownHolidays } from '../../../activities/company/holidays.js';
import { giveHolidaysRoute, readHolidaysRoute } from '../../../contract/company/holidays.js';
import { companyHolidays, isKnown } from '../../../domain/calendar/company-holidays.js';
import type { PrismaClient } from '../../../prisma/database.js';
import { route } from '../../route.js';

type Year = Readonly<{ country: string; year: number }>;

export const readHolidays = route(readHolidaysRoute).answers(async ({ params }, { database }) => ({
  status: 200,
  body: await holidaysOnWire(database.prisma, params),
}));

export const giveHolidays = route(giveHolidaysRoute).answers(
  async ({ params, body: { days }, ctx }, { database }) => {
    await database.transaction(ctx, (tx) => give(tx, ctx, { ...params, days }));
    return { status: 200, body: await holidaysOnWire(database.prisma, params) };
  },
);

async function holidaysOnWire(prisma: Pick<PrismaClient, 'holiday'>, { country, year }: Year) {
  const isOfYear = ({ date }: Readonly<{ date: string }>) => date.startsWith(`${year}-`);
  const own = await ownHolidays(prisma, country);
  const all = companyHolidays(country, own);
  const ofYear = all.filter(isOfYear).toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const given = own.some(isOfYear) ? 'company' : 'product';
  return {
    country,
    year,
    source: ofYear.length === 0 ? ('none' as const) : (given as 'company' | 'product'),
    known: isKnown(all, year),
    days: ofYear.map(({ date, kind, name }) => ({ date, kind, name })),
  };
}
