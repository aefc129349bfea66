import type { RouteContract } from '../../../contract/route.js';
import { assert } from '../../../domain/assert.js';
import type { Transaction } from '../../../prisma/database.js';
import type { ApiDeps } from '../../deps.js';
import type { Call } from '../../route.js';

/** Reads behind the fence of the agency that calls (commands stand behind it already). */
export function asPartner<Result>(
  { principal, ctx }: Pick<Call<RouteContract>, 'principal' | 'ctx'>,
  { database }: Pick<ApiDeps, 'database'>,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const { agencyId } = principal;
  assert(agencyId !== undefined, 'the key of a partner is bound to an agency');
  return database.partnerTransaction({ ctx, agencyId }, work);
}
