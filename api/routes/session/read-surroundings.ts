import { readSurroundingsRoute } from '../../../contract/session/surroundings.js';
import { LANGUAGES } from '../../../contract/primitives.js';
import { notFound } from '../../../domain/refusal.js';
import { route } from '../../route.js';

export const readSurroundings = route(readSurroundingsRoute).answers(
  async ({ principal }, { database, clock }) => {
    const { prisma } = database;
    if (principal.actor.kind !== 'user') throw notFound();
    const [person, company, entity, stores] = await Promise.all([
      prisma.appUser.findFirst({ where: { id: principal.actor.id } }),
      prisma.organisation.findFirst(),
      prisma.legalEntity.findFirst({ orderBy: { id: 'asc' } }),
      prisma.store.findMany({
        where: principal.storeId === undefined ? {} : { id: principal.storeId },
        select: { code: true, name: true },
        orderBy: { code: 'asc' },
      }),
    ]);
    if (person === null || company === null) throw notFound();
    return {
      status: 200,
      body: {
        language: languageOf(person.language),
        store: principal.storeId === undefined ? null : (stores[0] ?? null),
        stores,
        company: {
          name: entity?.legalName ?? company.name,
          timeZone: company.timeZone,
          language: languageOf(company.language),
          currency: entity?.currency ?? null,
        },
        businessTime: { now: clock.iso(), speed: clock.settings.speed },
      },
    };
  },
);

function languageOf(text: string): (typeof LANGUAGES)[number] {
  return LANGUAGES.find((known) => known === text) ?? 'id';
}
