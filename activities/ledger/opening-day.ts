import { Temporal } from 'temporal-polyfill';
import type { CommandContext } from '../../domain/context.js';
import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';

type Wanted = Readonly<{
  businessDate?: string | undefined;
  legalEntity: Readonly<{ id: string; timeZone: string }>;
}>;

export type OpeningDay = Readonly<{ today: Temporal.PlainDate; businessDate: string }>;

/**
 * The day on which an opening balance is booked: today when none is given, never one to come nor one before the books
 * begin.
 *
 * @throws Refusal `BUSINESS_DATE_IN_FUTURE`, `BUSINESS_DATE_TOO_EARLY`
 */
export async function openingDay(
  tx: Transaction,
  ctx: CommandContext,
  { businessDate, legalEntity: { id: legalEntityId, timeZone } }: Wanted,
): Promise<OpeningDay> {
  const today = Temporal.Instant.from(ctx.at).toZonedDateTimeISO(timeZone).toPlainDate();
  const day = businessDate ?? today.toString();
  const refused = (code: string, detail: string) =>
    new Refusal({ code, param: 'businessDate', detail });
  if (day > today.toString()) throw refused('BUSINESS_DATE_IN_FUTURE', 'The day has not come yet.');
  const first = await tx.accountingPeriod.findFirst({
    where: { legalEntityId, state: 'open' },
    orderBy: { startsOn: 'asc' },
  });
  const begins = first?.startsOn.toISOString().slice(0, day.length);
  if (begins === undefined || day >= begins) return { today, businessDate: day };
  throw refused('BUSINESS_DATE_TOO_EARLY', `The first open period begins on ${begins}.`);
}
