import type { Role, Scope } from '../../contract/roles.js';
import type { Actor } from '../../domain/context.js';

/** Who is calling, as the credential says. */
export type Principal = Readonly<{
  kind: 'known';
  role: Role;
  actor: Actor;
  /** Empty: all that the role may do. */
  scopes: readonly Scope[];
  /** Terminals: the one terminal the key is bound to. */
  terminalId: string | undefined;
  /** Partners: the one agency the key is bound to. */
  agencyId: string | undefined;
  /** Staff of a store; undefined: of the whole company. */
  storeId: string | undefined;
  /** People who came with a session rather than with a key. */
  session: Readonly<{ id: string; csrfToken: string; expiresAt: string }> | undefined;
}>;

/** Who calls a public route: nobody that a credential names. It has no role, so no role can allow it anything. */
export type Anonymous = Readonly<{ kind: 'anonymous'; actor: Actor }>;
