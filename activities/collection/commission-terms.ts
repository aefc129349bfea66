import { z } from 'zod';
import type { CommissionSchedule } from '../../domain/collection/commission.js';
import { rational, type Rational } from '../../domain/money/rational.js';

const wholeAmount = z.union([z.string().regex(/^\d{1,15}$/), z.int().min(0)]).transform(BigInt);

/** `agreement.commission_schedule`: amounts in the smallest booked unit of the agency's currency. */
const scheduleForm = z
  .array(
    z.strictObject({
      fromDaysPastDue: z.int().min(0),
      fromAmount: wholeAmount.default(0n),
      basisPoints: wholeAmount,
    }),
  )
  .min(1);

const BASIS_POINTS = 10_000n;

/** Reads what was agreed with an agency. Throws when the books hold something that is no schedule. */
export function commissionScheduleOf(json: unknown): CommissionSchedule {
  return scheduleForm.parse(json);
}

/** The tax on commission as a factor: 1,100 basis points are 11/100. */
export function taxRateOf(basisPoints: number): Rational {
  return rational(BigInt(basisPoints), BASIS_POINTS);
}
