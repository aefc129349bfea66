import { Refusal } from '../../domain/refusal.js';
import type { PrismaClient } from '../../prisma/database.js';

/** A person by id. @throws Refusal `USER_NOT_FOUND` */
export async function findUser({ appUser }: Pick<PrismaClient, 'appUser'>, userId: string) {
  const user = await appUser.findUnique({ where: { id: userId } });
  if (user !== null) return user;
  const detail = 'There is no such person.';
  throw new Refusal({ code: 'USER_NOT_FOUND', param: 'userId', detail });
}
