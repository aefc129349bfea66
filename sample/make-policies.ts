import {
  proposePolicies,
  STANDARD_POLICY,
  type PolicyTerms,
} from '../activities/company/propose-policy.js';
import type { CommandContext } from '../domain/context.js';
import type { Transaction } from '../prisma/database.js';
import { COMPANY } from './data/company.js';

/** Days past due of the three letters, by segment; `null` is the general policy. */
export const SAMPLE_POLICIES: readonly PolicyTerms[] = [
  STANDARD_POLICY,
  {
    code: 'VIP',
    segment: 'retail-vip',
    days: [7, 16, 28],
    minimumAmount: 100_000n,
    placementDays: null,
    creditStopDays: 45,
  },
  {
    code: 'WHOLESALE',
    segment: 'wholesale',
    days: [3, 10, 18],
    minimumAmount: 50_000n,
    placementDays: 25,
    creditStopDays: 21,
  },
  {
    code: 'HORECA',
    segment: 'hotel-restaurant',
    days: [5, 12, 21],
    minimumAmount: 100_000n,
    placementDays: 28,
    creditStopDays: 30,
  },
  {
    code: 'PUBLIC',
    segment: 'institution',
    days: [7, 21, 35],
    minimumAmount: 100_000n,
    placementDays: null,
    creditStopDays: 60,
  },
];

/** A policy for each segment, and the general one. */
export async function makePolicies(tx: Transaction, ctx: CommandContext): Promise<void> {
  await proposePolicies(tx, ctx, { terms: SAMPLE_POLICIES, currency: COMPANY.currency });
}
