import { setCreditLimit, type CreditLimit } from '../activities/customer/credit-limits.js';
import { askForApprovalLimits, type LimitsWish } from '../activities/company/approval-limits.js';
import { decideMasterChange, requestMasterChange } from '../activities/company/master-changes.js';
import type { StaffRole } from '../contract/roles.js';
import type { Actor, CommandContext } from '../domain/context.js';
import type { Transaction } from '../prisma/database.js';

const ASKS: StaffRole = 'arManager';
const AGREES: StaffRole = 'owner';

/** What was agreed with an agency, also from a day in the past: the books may begin with it. */
export type AgreedTerms = Readonly<{
  agencyId: string;
  validFrom: string;
  commission: readonly Readonly<{
    fromDaysPastDue: number;
    fromAmount: string;
    basisPoints: number;
  }>[];
}>;

export type AgreedByTwo = Readonly<{
  approvalLimits: (wish: LimitsWish) => Promise<void>;
  creditLimit: (limit: CreditLimit) => Promise<void>;
  agreement: (agreement: AgreedTerms) => Promise<void>;
}>;

/**
 * Sets limits as a company does: one person asks and another agrees, where one alone may not. Both people are in the
 * books already. What the transaction writes afterwards is in the name of `ctx` again.
 */
export async function agreedByTwo(tx: Transaction, ctx: CommandContext): Promise<AgreedByTwo> {
  const asks = { ...ctx, actor: await personAs(tx, ASKS) };
  const agrees = { ...ctx, actor: await personAs(tx, AGREES) };
  const agree = async (masterChangeId: string) => {
    await decideMasterChange(tx, agrees, { masterChangeId, decision: 'approved' });
  };
  const inOwnName = () =>
    tx.$queryRaw`SELECT enter_context(${JSON.stringify(ctx)}::jsonb)::text AS entered`;
  return {
    approvalLimits: async (wish) => {
      await agree(await askForApprovalLimits(tx, asks, wish));
      await inOwnName();
    },
    agreement: async (after) => {
      const wish = { kind: 'agreement' as const, subject: after.agencyId, before: null, after };
      await agree(await requestMasterChange(tx, asks, { ...wish, reason: 'Syarat awal' }));
      await inOwnName();
    },
    creditLimit: async (limit) => {
      const outcome = await setCreditLimit(tx, asks, limit);
      if (outcome.kind === 'waits') await agree(outcome.masterChangeId);
      await inOwnName();
    },
  };
}

async function personAs(tx: Transaction, role: StaffRole): Promise<Actor> {
  const { id, name } = await tx.appUser.findFirstOrThrow({ where: { role } });
  return { kind: 'user', id, name };
}
