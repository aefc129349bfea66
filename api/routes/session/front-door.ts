import { readFrontDoorRoute } from '../../../contract/session/surroundings.js';
import type { PrismaClient } from '../../../prisma/database.js';
import { redirectUriOf } from '../../auth/begin-at-provider.js';
import { route } from '../../route.js';

export const readFrontDoor = route(readFrontDoorRoute).answers(async (_call, deps) => {
  const { version, samplePeople, database } = deps;
  const { environment } = deps.webhooks.rules;
  const isDevelopment = environment === 'development';
  return {
    status: 200,
    body: {
      version,
      environment,
      providers: redirectUriOf(deps) === undefined ? [] : await providersOf(database.prisma),
      samplePeople: isDevelopment && samplePeople !== undefined ? await samplePeople() : [],
    },
  };
});

function providersOf({ identityProvider }: Pick<PrismaClient, 'identityProvider'>) {
  return identityProvider.findMany({
    where: { active: true },
    select: { id: true, name: true, required: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
}
