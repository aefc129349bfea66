import { parseCurrency, type CurrencyCode } from '../../../../domain/money/currency.js';
import type { ApiDeps } from '../../../deps.js';

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

/** For books without a company, which have nothing to report anyway. */
const FALLBACK_ZONE = 'Asia/Jakarta';
const FALLBACK_CURRENCY = 'IDR';
