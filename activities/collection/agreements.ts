import { Temporal } from 'temporal-polyfill';
import { scheduleFaults } from '../../domain/collection/commission.js';
import type { CommandContext } from '../../domain/context.js';
import { Refusal } from '../../domain/refusal.js';
import * as collectionCommands from '../../prisma/commands/collection.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { companyOf } from '../company/stores.js';
import { findAgency } from './agencies.js';
import { commissionScheduleOf } from './commission-terms.js';

export type NewAgreement = Readonly<{
  /** Code of the agency. */
  agency: string;
  /** ISO 8601; today when it is left out. */
  validFrom: string | undefined;
  commission: readonly Readonly<{
    fromDaysPastDue: number;
    fromAmount: string;
    basisPoints: number;
  }>[];
}>;

/**
 * Agrees with an agency on the commission for what is placed from a day on. Answers the version of the agreement.
 *
 * @throws Refusal `COMPANY_MISSING`, `AGENCY_NOT_FOUND`, `AGREEMENT_IN_PAST`, the faults of `scheduleFaults`
 */
export async function agree(
  tx: Transaction,
  ctx: CommandContext,
  { agency, validFrom, commission }: NewAgreement,
): Promise<Readonly<{ agencyId: string; version: number }>> {
  const { timeZone } = await companyOf(tx);
  const [first, ...others] = scheduleFaults(commissionScheduleOf(commission));
  if (first !== undefined) throw new Refusal({ ...first, errors: [first, ...others] });
  const begins = firstDayOf(validFrom, Temporal.Instant.from(ctx.at).toZonedDateTimeISO(timeZone));
  const { id: agencyId } = await findAgency(tx, { code: agency }, 'agency');
  const input = { agencyId, validFrom: begins.toString(), commission };
  const { version } = await callIn(tx, collectionCommands.addAgreement, [ctx, input]);
  return { agencyId, version };
}

function firstDayOf(
  validFrom: string | undefined,
  now: Temporal.ZonedDateTime,
): Temporal.PlainDate {
  const today = now.toPlainDate();
  const begins = validFrom === undefined ? today : Temporal.PlainDate.from(validFrom);
  if (Temporal.PlainDate.compare(begins, today) >= 0) return begins;
  const detail = `Today is ${today.toString()}: an agreement holds from today on at the earliest.`;
  throw new Refusal({ code: 'AGREEMENT_IN_PAST', param: 'validFrom', detail });
}
