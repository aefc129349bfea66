import type { Role, Scope } from '../../contract/roles.js';
import type { SECOND_FACTOR_STATES } from '../../contract/session/session.js';
import type { Actor } from '../../domain/context.js';

export type SecondFactorState = (typeof SECOND_FACTOR_STATES)[number];

/** The caller, as its credential says. */
export type Principal = Readonly<{
  kind: 'known';
  role: Role;
  actor: Actor;
  /** Empty: everything that the role may do. */
  scopes: readonly Scope[];
  /** Terminals: the one terminal the key is bound to. */
  terminalId: string | undefined;
  /** A terminal for trying out: nothing that it does stays. */
  isSandbox?: true;
  /** Partners: the one agency the key is bound to. */
  agencyId: string | undefined;
  /** Staff: the store they belong to; undefined for the whole company. */
  storeId: string | undefined;
  /** The key of a person whose role needs a second factor: it does not stand in for one. */
  lacksSecondFactor?: true;
  /** Set for people who signed in with a session instead of a key. */
  session:
    | Readonly<{
        id: string;
        csrfToken: string;
        expiresAt: string;
        /** When its person last gave the password, or signed in at the provider. */
        passwordAt: string;
        /** The identity provider by which it began; null: by the password. */
        provider: Readonly<{ id: string; name: string }> | null;
        /** `required`: the role needs one, and until the person has set one nothing else is open. */
        secondFactor: SecondFactorState;
      }>
    | undefined;
}>;

/** The caller of a public route, without credential and without role. */
export type Anonymous = Readonly<{ kind: 'anonymous'; actor: Actor }>;
