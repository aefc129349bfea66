import type { PlacementPolicy } from '../../domain/collection/decide-placement-step.js';

/**
 * Terms agreed with every agency. They need a week to check a case for conflicts; a debt that was not collected within
 * half a year comes back, and a person decides.
 */
export const PLACEMENT_POLICY: PlacementPolicy = { acknowledgeWithinDays: 7, termDays: 180 };
