import { Temporal } from 'temporal-polyfill';
import { scheduleFaults } from '../../domain/collection/commission.js';
import type { CommandContext } from '../../domain/context.js';
import { Refusal } from '../../domain/refusal.js';
import type { Transaction } from '../../prisma/database.js';
import { requestMasterChange } from '../company/master-changes.js';
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
  reason: string;
}>;

/**
 * Asks for a commission of an agency for what is placed from a day on. Answers the id of the change.
 *
 * @throws Refusal `COMPANY_MISSING`, `AGENCY_NOT_FOUND`, `AGREEMENT_IN_PAST`, the faults of `scheduleFaults` and those of
 * `request_master_change`
 */
export async function askForAgreement(
  tx: Transaction,
  ctx: CommandContext,
  { agency: code, validFrom, commission, reason }: NewAgreement,
): Promise<string> {
  const { timeZone } = await companyOf(tx);
  const [first, ...others] = scheduleFaults(commissionScheduleOf(commission));
  if (first !== undefined) throw new Refusal({ ...first, errors: [first, ...others] });
  const begins = firstDayOf(validFrom, Temporal.Instant.from(ctx.at).toZonedDateTimeISO(timeZone));
  const agency = await findAgency(tx, { code }, 'agency');
  const latest = await tx.agreement.findFirst({
    where: { agencyId: agency.id },
    orderBy: { version: 'desc' },
  });
  const begunOn = latest?.validFrom.toISOString().slice(0, 10);
  return requestMasterChange(tx, ctx, {
    kind: 'agreement',
    subject: agency.id,
    before:
      latest === null
        ? null
        : { agency: code, validFrom: begunOn, commission: latest.commissionSchedule },
    after: { agency: code, agencyId: agency.id, validFrom: begins.toString(), commission },
    reason,
  });
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
