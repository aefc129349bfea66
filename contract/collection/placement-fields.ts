import { z } from 'zod';
import { date, id, instant, money } from '../primitives.js';

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
