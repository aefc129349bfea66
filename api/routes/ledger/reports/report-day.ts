import { parseCurrency, type CurrencyCode } from '../../../../domain/money/currency.js';
import { Refusal } from '../../../../domain/refusal.js';
import type { Principal } from '../../../auth/principal.js';
import type { ApiDeps } from '../../../deps.js';
import { UUID_FORM, type PositionForm } from '../../../http/cursor.js';

/** Cursor position in a list of customers sorted by the amount they owe. */
export const BY_TOTAL: PositionForm = { key: /^\d{1,18}$/, id: UUID_FORM };

export type ReportScope = Readonly<{ asOf: string; currency: CurrencyCode }>;

/**
 * The day and currency of a report: as asked, or today in the company's zone and its currency.
 *
 * @throws Refusal `CURRENCY_UNKNOWN`.
 */
export async function reportScope(
  { database, clock }: Pick<ApiDeps, 'database' | 'clock'>,
  asked: Readonly<{ asOf?: string | undefined; currency?: string | undefined }>,
): Promise<ReportScope> {
  const company = await database.prisma.legalEntity.findFirst({
    orderBy: { id: 'asc' },
    select: { currency: true, timeZone: true },
  });
  return {
    asOf: asked.asOf ?? clock.today(company?.timeZone ?? FALLBACK_ZONE).toString(),
    currency: parseCurrency(asked.currency ?? company?.currency ?? FALLBACK_CURRENCY),
  };
}

/** For books without a company, which have nothing to report. */
const FALLBACK_ZONE = 'Asia/Jakarta';
const FALLBACK_CURRENCY = 'IDR';

/**
 * The store that a report of results is about: as asked; for staff of a store their own.
 *
 * @throws Refusal `STORE_FORBIDDEN` when they ask for another one.
 */
export async function storeOfReport(
  { database }: Pick<ApiDeps, 'database'>,
  { storeId }: Principal,
  asked: string | undefined,
): Promise<string | undefined> {
  if (storeId === undefined) return asked;
  const { code } = await database.prisma.store.findUniqueOrThrow({ where: { id: storeId } });
  if (asked === undefined || asked === code) return code;
  const detail = `You see the results of your own store, ${code}.`;
  throw new Refusal({ code: 'STORE_FORBIDDEN', param: 'store', detail });
}

/** At most a year of daily rows. */
const DAYS_MAX = 366;
const DAY_MS = 86_400_000;

/** @throws Refusal `REPORT_PERIOD_INVALID` when the days are none, more than a year, or end after `asOf`. */
export function checkPeriod({
  from,
  to,
  asOf = to,
}: Readonly<{ from: string; to: string; asOf?: string }>): void {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
  if (days < 0 || days >= DAYS_MAX) {
    throw invalidPeriod(
      'from',
      `A period begins on or before its end and has at most ${DAYS_MAX} days.`,
    );
  }
  if (Date.parse(to) > Date.parse(asOf)) {
    throw invalidPeriod('to', 'A period ends on or before the day of asOf.');
  }
}

export function invalidPeriod(param: string, detail: string): Refusal {
  return new Refusal({ code: 'REPORT_PERIOD_INVALID', param, detail });
}
