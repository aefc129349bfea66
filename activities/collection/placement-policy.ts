import type { PlacementPolicy } from '../../domain/collection/decide-placement-step.js';

/**
 * What every agency has agreed to. A week to answer is what agencies need to check a case for conflicts; a
 * debt that nobody collected within half a year comes back to be decided about.
 */
export const PLACEMENT_POLICY: PlacementPolicy = { acknowledgeWithinDays: 7, termDays: 180 };
