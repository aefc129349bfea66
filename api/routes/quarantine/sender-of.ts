import { Prisma, type PrismaClient } from '../../../prisma/database.js';
import { actorNameIn } from '../actor-names.js';

type Reader = Pick<PrismaClient, '$queryRaw'>;

/** The name of who sent something, for its row. */
export async function senderOf(prisma: Reader, actorId: string): Promise<string> {
  const [found] = await prisma.$queryRaw<{ name: string }[]>`
    SELECT ${actorNameIn(Prisma.sql`${actorId}::text`)} AS name`;
  return found?.name ?? actorId;
}
