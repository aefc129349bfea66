import { Temporal } from 'temporal-polyfill';
import type { CommandContext } from '../../domain/context.js';
import { dateOf } from '../../prisma/date-of.js';
import type { Transaction } from '../../prisma/database.js';
import { companyOf } from '../company/stores.js';

/** Begins a price version, in force from today; `note` says what it brings. Answers its number, which the books give. */
export async function nextPriceVersion(
  tx: Transaction,
  ctx: CommandContext,
  note: string,
): Promise<number> {
  const { timeZone } = await companyOf(tx);
  const today = Temporal.Instant.from(ctx.at).toZonedDateTimeISO(timeZone).toPlainDate();
  const { version } = await tx.catalogueVersion.create({
    data: { effectiveFrom: dateOf(today), createdAt: new Date(ctx.at), note },
  });
  return version;
}
