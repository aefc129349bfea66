import type { Role, Scope } from '../../contract/roles.js';
import type { Actor } from '../../domain/context.js';

/** The caller, as its credential says. */
export type Principal = Readonly<{
  kind: 'known';
  role: Role;
  actor: Actor;
  /** Empty: everything that the role may do. */
  scopes: readonly Scope[];
  /** Terminals: the one terminal the key is bound to. */
  terminalId: string | undefined;
  /** Partners: the one agency the key is bound to. */
  agencyId: string | undefined;
  /** Staff: the store they belong to; undefined for the whole company. */
  storeId: string | undefined;
  /** Set for people who signed in with a session instead of a key. */
  session:
    | Readonly<{
        id: string;
        csrfToken: string;
        expiresAt: string;
        /** When its person last gave the password. */
        passwordAt: string;
      }>
    | undefined;
}>;

/** The caller of a public route, without credential and without role. */
export type Anonymous = Readonly<{ kind: 'anonymous'; actor: Actor }>;
