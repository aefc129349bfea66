import { FAILURES_COUNT_MS, waitAfter } from '../../domain/people/wait-after-failures.js';
import type { Database } from '../../prisma/database.js';
import type { ApiLimits } from '../limits.js';

export type SignInKind =
  | 'signed-in'
  | 'refused'
  | 'locked-out'
  | 'signed-out'
  | 'confirmed'
  | 'password-changed'
  | 'second-factor-set'
  | 'second-factor-ended'
  | 'provider-refused'
  | 'provider-tested';

/** From where somebody calls: an address, and the name of the program. */
export type Place = Readonly<{ address: string; userAgent?: string | undefined }>;

/** Who tried what, and from where. */
export type SignIn = Place &
  Readonly<{
    kind: SignInKind;
    /** Empty while nobody knows who it is. */
    email: string;
    userId?: string | undefined;
    /** By which identity provider. */
    providerId?: string | undefined;
    /** The code of what was refused there. */
    reason?: string | undefined;
  }>;

export type SignIns = Readonly<{
  record: (signIn: SignIn) => Promise<void>;
  /** Attempts of one account follow each other, so that each knows the failures before it. */
  inTurn: <Result>(email: string, attempt: () => Promise<Result>) => Promise<Result>;
  /** How long this account, or this address, must still wait for its next attempt; 0 when it need not. */
  waitMs: (who: Readonly<{ email: string; address: string }>) => Promise<number>;
}>;

type Failures = Readonly<{ failures: number; last: Date | null }>;

/** The log of sign-ins, and the lock-out that is read from it: it holds in every process and after a restart. */
export function createSignIns(
  { prisma }: Database,
  { realTimeMs, limits }: Readonly<{ realTimeMs: () => number; limits: ApiLimits }>,
): SignIns {
  const failuresOf = async (who: Readonly<{ email: string } | { address: string }>) => {
    const since = new Date(realTimeMs() - FAILURES_COUNT_MS);
    const success = await prisma.signIn.findFirst({
      where: { ...who, kind: 'signed-in', at: { gt: since } },
      orderBy: { at: 'desc' },
    });
    const { _count, _max } = await prisma.signIn.aggregate({
      where: { ...who, kind: 'refused', at: { gt: success?.at ?? since } },
      _count: true,
      _max: { at: true },
    });
    return { failures: _count, last: _max.at };
  };
  // Without a wait the clock is not asked: it may have been set back since.
  const stillMs = ({ failures, last }: Failures, free: number): number => {
    const waitMs = waitAfter(failures, free);
    if (last === null || waitMs === 0) return 0;
    return Math.max(0, last.getTime() + waitMs - realTimeMs());
  };
  return {
    inTurn: createTurns(),
    record: async (signIn) => {
      await prisma.signIn.create({ data: { ...rowOf(signIn), at: new Date(realTimeMs()) } });
    },
    waitMs: async ({ email, address }) => {
      const [ofAccount, ofAddress] = await Promise.all([
        failuresOf({ email: email.toLowerCase() }),
        failuresOf({ address }),
      ]);
      return Math.max(
        stillMs(ofAccount, limits.failuresOfAccount),
        stillMs(ofAddress, limits.failuresOfAddress),
      );
    },
  };
}

function createTurns(): SignIns['inTurn'] {
  const last = new Map<string, Promise<unknown>>();
  return (email, attempt) => {
    const account = email.toLowerCase();
    const turn = (last.get(account) ?? Promise.resolve()).then(attempt, attempt);
    const over = turn
      .catch(() => {})
      .finally(() => {
        if (last.get(account) === over) last.delete(account);
      });
    last.set(account, over);
    return turn;
  };
}

const USER_AGENT_MAX_LENGTH = 120;

/** The name of the program, cut to what is kept of it. */
export function userAgentOf({ userAgent }: Place): string | null {
  return userAgent?.slice(0, USER_AGENT_MAX_LENGTH) ?? null;
}

function rowOf({ kind, email, userId, providerId, reason, ...place }: SignIn) {
  return {
    kind,
    email: email.toLowerCase(),
    userId: userId ?? null,
    providerId: providerId ?? null,
    reason: reason ?? null,
    address: place.address,
    userAgent: userAgentOf(place),
  };
}
