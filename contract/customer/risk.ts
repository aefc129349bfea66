import { z } from 'zod';
import { RISK_BANDS } from '../../domain/risk/score-risk.js';
import { date, instant } from '../primitives.js';
import { words } from '../problem.js';

export const riskBand = z
  .enum(RISK_BANDS)
  .meta({ description: 'From the score: `medium` from 25, `high` from 55.' });

export const riskScore = z
  .int()
  .min(0)
  .max(100)
  .meta({ description: '0 pays everything on time, 100 is the worst that can be seen.' });

/** How likely a customer is to pay late or not at all, with a reason for every point. */
export const customerRisk = z
  .strictObject({
    score: riskScore,
    band: riskBand,
    asOf: date.meta({
      description: 'The day, on the calendar of the customer, that it is true of.',
    }),
    computedAt: instant,
    reasons: z
      .array(
        z.strictObject({
          code: z.enum([
            'pays-late',
            'no-history',
            'overdue-now',
            'breaks-promises',
            'new-customer',
          ]),
          points: z.int().meta({ description: 'The points of all reasons add up to the score.' }),
          detail: z.string(),
          words,
        }),
      )
      .meta({ description: 'The heaviest first.' }),
  })
  .meta({ id: 'CustomerRisk' });
