import { isPersonRole } from '../../../contract/roles.js';
import { notFound } from '../../../domain/refusal.js';
import type { Principal } from '../../auth/principal.js';

/** The session as its owner sees it. @throws Refusal `NOT_FOUND` for a key, which has no session. */
export function sessionOnWire({ session, role, actor }: Principal) {
  if (session === undefined || !isPersonRole(role)) throw notFound();
  return {
    user: { id: actor.id, name: actor.name, role },
    csrfToken: session.csrfToken,
    expiresAt: session.expiresAt,
    passwordAt: session.passwordAt,
    secondFactor: session.secondFactor,
    provider: session.provider,
  };
}
