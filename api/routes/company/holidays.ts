import { askToGiveHolidays as ask, ownHolidays } from '../../../activities/company/holidays.js';
import { askToGiveHolidaysRoute, readHolidaysRoute } from '../../../contract/company/holidays.js';
import { companyHolidays, isKnown } from '../../../domain/calendar/company-holidays.js';
import type { PrismaClient } from '../../../prisma/database.js';
import { command, route } from '../../route.js';
import { readChange } from './master-changes.js';

type Year = Readonly<{ country: string; year: number }>;

export const readHolidays = route(readHolidaysRoute).answers(async ({ params }, { database }) => ({
  status: 200,
  body: await holidaysOnWire(database.prisma, params),
}));

export const askToGiveHolidays = command(askToGiveHolidaysRoute).answers(
  async ({ params, body, tx, ctx }) => ({
    status: 202,
    body: await readChange(tx, await ask(tx, ctx, { ...params, ...body })),
  }),
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
