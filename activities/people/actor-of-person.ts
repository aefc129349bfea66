import type { Actor } from '../../domain/context.js';

/** As whom a person acts: people of an agency as partners, whom no command takes for one of our own. */
export function actorOfPerson({
  id,
  name,
  agencyId,
}: Readonly<{ id: string; name: string; agencyId: string | null }>): Actor {
  return { kind: agencyId === null ? 'user' : 'partner', id, name };
}
