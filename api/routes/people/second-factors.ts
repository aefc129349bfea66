import { findUser } from '../../../activities/people/find-user.js';
import { endSecondFactor } from '../../../activities/people/second-factor.js';
import {
  readSecondFactorRuleRoute,
  removeSecondFactorRoute,
  setSecondFactorRuleRoute,
} from '../../../contract/session/second-factor.js';
import { STAFF_ROLES } from '../../../contract/roles.js';
import { Refusal } from '../../../domain/refusal.js';
import type { PrismaClient } from '../../../prisma/database.js';
import { route } from '../../route.js';

export const removeSecondFactor = route(removeSecondFactorRoute).answers(
  async ({ params: { userId }, ctx }, { database, sessions }) => {
    await findUser(database.prisma, userId);
    if (ctx.actor.id === userId) {
      const detail = 'Another administrator ends yours, or you with a code of it.';
      throw new Refusal({ code: 'OWN_ROLE', param: 'userId', detail });
    }
    await database.transaction(ctx, (tx) => endSecondFactor(tx, userId));
    await sessions.endOf({ userId });
    return { status: 204, body: undefined };
  },
);

export const readSecondFactorRule = route(readSecondFactorRuleRoute).answers(
  async (_call, { database }) => ({ status: 200, body: await ruleOf(database.prisma) }),
);

export const setSecondFactorRule = route(setSecondFactorRuleRoute).answers(
  async ({ body: { roles }, ctx }, { database }) => {
    await database.transaction(ctx, async (tx) => {
      await tx.secondFactorRole.deleteMany({ where: { role: { notIn: roles } } });
      const data = roles.map((role) => ({ role }));
      await tx.secondFactorRole.createMany({ data, skipDuplicates: true });
    });
    return { status: 200, body: await ruleOf(database.prisma) };
  },
);

async function ruleOf({ secondFactorRole }: Pick<PrismaClient, 'secondFactorRole'>) {
  const rows = await secondFactorRole.findMany();
  const named = new Set(rows.map(({ role }) => role));
  return { roles: STAFF_ROLES.filter((role) => named.has(role)) };
}
