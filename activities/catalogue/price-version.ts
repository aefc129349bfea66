import { Temporal } from 'temporal-polyfill';
import type { CommandContext } from '../../domain/context.js';
import type { Transaction } from '../../prisma/database.js';
import { startOf } from '../../domain/pricing/pricing-moment.js';
import { companyOf } from '../company/stores.js';

/**
 * Begins a price version that holds from the beginning of today, so that a till whose clock is behind sells what is new;
 * `note` says what it brings. Answers its number, which the books give.
 */
export async function nextPriceVersion(
  tx: Transaction,
  ctx: CommandContext,
  note: string,
): Promise<number> {
  const { timeZone } = await companyOf(tx);
  const today = Temporal.Instant.from(ctx.at).toZonedDateTimeISO(timeZone).toPlainDate();
  const { version } = await tx.catalogueVersion.create({
    data: { effectiveFrom: new Date(startOf(today, timeZone)), createdAt: new Date(ctx.at), note },
  });
  return version;
}
