import { readSurroundingsRoute } from '../../../contract/session/surroundings.js';
import { notFound } from '../../../domain/refusal.js';
import { languageOf } from '../../../platform/texts.js';
import type { Principal } from '../../auth/principal.js';
import { route } from '../../route.js';

/** In empty books, where the first administrator begins the company: what `POST /v1/company` proposes. */
const BEFORE_A_COMPANY = { name: null, timeZone: 'Asia/Jakarta', language: 'id' } as const;

export const readSurroundings = route(readSurroundingsRoute).answers(
  async ({ principal }, { database, clock }) => {
    const { prisma } = database;
    // The key of a machine is nobody's.
    if (principal.actor.kind !== 'user' && principal.session === undefined) throw notFound();
    const [person, company, entity, stores] = await Promise.all([
      prisma.appUser.findFirst({
        where: { id: principal.actor.id },
        include: { agency: { select: { code: true, name: true } } },
      }),
      prisma.organisation.findFirst(),
      prisma.legalEntity.findFirst({ orderBy: { id: 'asc' } }),
      prisma.store.findMany({
        where: storesOf(principal),
        select: { code: true, name: true },
        orderBy: { code: 'asc' },
      }),
    ]);
    if (person === null) throw notFound();
    return {
      status: 200,
      body: {
        language: languageOf(person.language),
        store: principal.storeId === undefined ? null : (stores[0] ?? null),
        stores,
        agency: person.agency,
        company: companyOnWire(company ?? BEFORE_A_COMPANY, entity),
        businessTime: { now: clock.iso(), speed: clock.settings.speed },
      },
    };
  },
);

type Company = Readonly<{ name: string | null; timeZone: string; language: string }>;
type Entity = Readonly<{ legalName: string; currency: string; logoId: string | null }> | null;

function companyOnWire({ name, timeZone, language }: Company, entity: Entity) {
  return {
    name: entity?.legalName ?? name,
    logoId: entity?.logoId ?? null,
    timeZone,
    language: languageOf(language),
    currency: entity?.currency ?? null,
  };
}

/** A person of an agency sees none of the stores. */
function storesOf({ storeId, agencyId }: Principal) {
  if (agencyId !== undefined) return { id: { in: [] } };
  return storeId === undefined ? {} : { id: storeId };
}
