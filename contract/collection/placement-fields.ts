import { z } from 'zod';
import { date, id, instant, money, orNull } from '../primitives.js';

export const PLACEMENT_STATES = [
  'created',
  'submitted',
  'acknowledged',
  'rejected',
  'recalled',
  'closed',
] as const;

export const placementState = z.enum(PLACEMENT_STATES);

/** Filter of lists: one state, or several separated by commas. */
export const placementStates = z
  .string()
  .regex(new RegExp(`^(?:${PLACEMENT_STATES.join('|')})(?:,(?:${PLACEMENT_STATES.join('|')}))*$`))
  .optional()
  .meta({ description: `Some of ${PLACEMENT_STATES.join(', ')}, with commas.` });

export const placementBalance = z
  .strictObject({
    placed: money,
    collectedByAgency: money,
    paidDirect: money,
    adjusted: money,
    recalled: money,
    writtenOff: money,
    outstanding: money,
  })
  .meta({
    id: 'PlacementBalance',
    description:
      'Always placed = collectedByAgency + paidDirect + adjusted + recalled + writtenOff + outstanding; adjusted is below zero when something was added to the case, such as a fee.',
  });

/** Fields of a placement for everybody who may see it. */
export const placementFacts = {
  id,
  number: z.string(),
  state: placementState,
  balance: placementBalance,
  oldestDueOn: date,
  placedOn: date,
  placedAt: instant,
  acknowledgedAt: instant.nullable(),
  recalledAt: instant.nullable(),
  closedAt: instant.nullable(),
  closeReason: z.string().nullable(),
  lastSequence: z.number().int(),
} as const;

/** A report of an agency, as it was taken down. */
export const receivedReport = z.strictObject({
  sequence: z.number().int(),
  type: z.string(),
  occurredAt: instant,
  receivedAt: instant,
  outOfOrder: z.boolean(),
  amount: orNull(money),
  commission: orNull(money),
  remittance: z
    .string()
    .nullable()
    .meta({ description: 'Number of the remittance that paid it over.' }),
  content: z.unknown().meta({ description: 'The report as the agency sent it.' }),
});
