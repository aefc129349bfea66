import type { RouteContract } from '../../../../contract/route.js';
import { assert } from '../../../../domain/assert.js';
import type { Transaction } from '../../../../prisma/database.js';
import type { ApiDeps } from '../../../deps.js';
import type { Call } from '../../../route.js';

/** Reads behind the fence of the calling agency (commands run behind it already). */
export function asPartner<Result>(
  { principal, ctx }: Pick<Call<RouteContract>, 'principal' | 'ctx'>,
  { database }: Pick<ApiDeps, 'database'>,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return database.partnerTransaction({ ctx, agencyId: agencyOf({ principal }) }, work);
}

/** The agency that the caller's key belongs to. */
export function agencyOf({ principal }: Pick<Call<RouteContract>, 'principal'>): string {
  const { agencyId } = principal;
  assert(agencyId !== undefined, 'the key of a partner is bound to an agency');
  return agencyId;
}
