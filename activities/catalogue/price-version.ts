import { Temporal } from 'temporal-polyfill';
import type { CommandContext } from '../../domain/context.js';
import { dateOf } from '../../prisma/date-of.js';
import type { Transaction } from '../../prisma/database.js';
import { companyOf } from '../company/stores.js';

/** The number of the advisory lock under which price versions are counted. */
const VERSION_LOCK = 5_016_219_384_732n;

/** Begins the next price version, in force from today; `note` says what it brings. Versions have no gap. */
export async function nextPriceVersion(
  tx: Transaction,
  ctx: CommandContext,
  note: string,
): Promise<number> {
  const { timeZone } = await companyOf(tx);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${VERSION_LOCK})`;
  const newest = await tx.catalogueVersion.findFirst({ orderBy: { version: 'desc' } });
  const version = (newest?.version ?? 0) + 1;
  const today = Temporal.Instant.from(ctx.at).toZonedDateTimeISO(timeZone).toPlainDate();
  await tx.catalogueVersion.create({
    data: { version, effectiveFrom: dateOf(today), createdAt: new Date(ctx.at), note },
  });
  return version;
}
