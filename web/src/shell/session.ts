import { createContext, useContext } from 'react';
import type { LunasClient } from '../../../client/client.js';
import type { BodyOf } from '../api/client.js';

export type Person = BodyOf<'GET /v1/session'>['user'];
export type Role = Person['role'];
export type Surroundings = BodyOf<'GET /v1/session/surroundings'>;

/** Who has signed in, where, and the client that acts for them. */
export type Session = Readonly<{
  client: LunasClient;
  person: Person;
  /** The identity provider by which the session began; null: by the password. */
  provider: BodyOf<'GET /v1/session'>['provider'];
  surroundings: Surroundings;
  environment: 'development' | 'production';
  /** Whether the books hold the sample company. */
  isSample: boolean;
  /** Business time at this moment. */
  nowMs: () => number;
  /** Reads the surroundings again, after something in them was changed. */
  readAgain: () => Promise<void>;
  signOut: () => Promise<void>;
}>;

export const SessionContext = createContext<Session | undefined>(undefined);

/** The session of whoever looks at the page; pages are shown to people who have signed in only. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('No page is shown without a session.');
  return session;
}

export function useRole(): Role {
  return useSession().person.role;
}
