import { randomInt, randomUUID } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import {
  GIVEN_PIN_GOOD_MS,
  isGuessedFirst,
  OFFLINE_PIN_GOOD_MS,
  PIN_GOOD_MS,
  WRONG_PINS_FREE,
  type PinPurpose,
} from '../../domain/people/staff-pin.js';
import { worksInOneStore } from '../../domain/people/store-of-role.js';
import { FAILURES_COUNT_MS, waitAfter } from '../../domain/people/wait-after-failures.js';
import { Refusal } from '../../domain/refusal.js';
import type { Database, Transaction } from '../../prisma/database.js';

/** Argon2id of 19 MiB and four passes: a till checks one in some tenths of a second, and all of them take days. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 4, parallelism: 1 } as const;
const GIVEN_DIGITS = 6;

type OfStore = Readonly<{ userId: string; storeId: string | undefined }>;

/**
 * Gives a person of a store a PIN, which the person changes at a till. The one before ends. Real time, because it
 * concerns people. `storeId` limits whose it may be.
 *
 * @throws Refusal `USER_NOT_FOUND`, `PIN_NOT_FOR_ROLE`
 */
export async function givePin(
  tx: Transaction,
  who: OfStore,
): Promise<Readonly<{ pin: string; goodUntil: Date }>> {
  const { id: userId } = await findStaff(tx, who);
  const pin = drawPin();
  const goodUntil = await keepPin(tx, { userId, pin, isOwn: false, goodMs: GIVEN_PIN_GOOD_MS });
  return { pin, goodUntil };
}

/** Ends the PIN of a person; without one nothing happens. @throws Refusal `USER_NOT_FOUND`, `PIN_NOT_FOR_ROLE` */
export async function endPin(tx: Transaction, who: OfStore): Promise<void> {
  const { id: userId } = await findStaff(tx, who);
  await tx.staffPin.deleteMany({ where: { userId } });
}

async function findStaff(tx: Transaction, { userId, storeId }: OfStore) {
  const inStore = storeId === undefined ? {} : { storeId };
  const user = await tx.appUser.findFirst({ where: { id: userId, active: true, ...inStore } });
  if (user === null) {
    const detail = 'There is no such person.';
    throw new Refusal({ code: 'USER_NOT_FOUND', param: 'userId', detail });
  }
  if (worksInOneStore(user.role)) return user;
  const detail = `A ${user.role} works at no till.`;
  throw new Refusal({ code: 'PIN_NOT_FOR_ROLE', param: 'userId', detail });
}

function drawPin(): string {
  for (;;) {
    const pin = String(randomInt(10 ** GIVEN_DIGITS)).padStart(GIVEN_DIGITS, '0');
    if (!isGuessedFirst(pin)) return pin;
  }
}

type NewPin = Readonly<{ userId: string; pin: string; isOwn: boolean; goodMs: number }>;

async function keepPin(tx: Transaction, { userId, pin, isOwn, goodMs }: NewPin): Promise<Date> {
  const now = Date.now();
  const goodUntil = new Date(now + goodMs);
  const data = { pinHash: await hash(pin, PARAMETERS), isOwn, setAt: new Date(now), goodUntil };
  await tx.staffPin.upsert({ where: { userId }, create: { userId, ...data }, update: data });
  return goodUntil;
}

export type TypedPin = Readonly<{
  terminalId: string;
  userId: string;
  pin: string;
  purpose: PinPurpose;
  /** The sale or document that it is typed for. */
  about?: string | undefined;
}>;

export type KnownByPin = Readonly<{
  userId: string;
  name: string;
  role: string;
  isOwn: boolean;
  goodUntil: Date;
}>;

export type PinVerdict =
  | (Readonly<{ kind: 'right' }> & KnownByPin)
  | Readonly<{ kind: 'wrong' }>
  /** After so many wrong ones the next is looked at later. */
  | Readonly<{ kind: 'wait'; waitMs: number }>;

/**
 * Looks whether a PIN is that of a person of the till's store, and notes it. Attempts for one person follow each other,
 * in all processes. An unknown person, one of another store and one whose PIN has ended are answered as a wrong PIN.
 */
export async function checkPin(tx: Transaction, typed: TypedPin): Promise<PinVerdict> {
  const { terminalId, userId, pin, purpose, about = null } = typed;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('pin:' || ${userId}, 0))`;
  const waitMs = await waitOf(tx, userId);
  if (waitMs > 0) return { kind: 'wait', waitMs };
  const held = await heldPin(tx, { terminalId, userId });
  const matches = await verify(held?.pinHash ?? (await decoy()), pin);
  const isKnown = (await tx.appUser.count({ where: { id: userId } })) > 0;
  const outcome = matches && held !== undefined ? 'right' : 'wrong';
  if (isKnown) {
    const noted = { userId, terminalId, purpose, about, outcome };
    const data = { ...noted, id: randomUUID(), isOffline: false, at: new Date() };
    await tx.staffPinCheck.create({ data });
  }
  if (outcome === 'wrong' || held === undefined) return { kind: 'wrong' };
  const { user, isOwn, goodUntil } = held;
  return { kind: 'right', userId, name: user.name, role: user.role, isOwn, goodUntil };
}

/** A hash of no PIN, so that an unknown person takes as long as a known one. */
let decoyHash: Promise<string> | undefined;

function decoy(): Promise<string> {
  decoyHash ??= hash(randomUUID(), PARAMETERS);
  return decoyHash;
}

async function waitOf(tx: Transaction, userId: string): Promise<number> {
  const since = new Date(Date.now() - FAILURES_COUNT_MS);
  const online = { userId, isOffline: false };
  const right = await tx.staffPinCheck.findFirst({
    where: { ...online, outcome: 'right', at: { gt: since } },
    orderBy: { at: 'desc' },
  });
  const { _count, _max } = await tx.staffPinCheck.aggregate({
    where: { ...online, outcome: 'wrong', at: { gt: right?.at ?? since } },
    _count: true,
    _max: { at: true },
  });
  if (_max.at === null) return 0;
  return Math.max(0, _max.at.getTime() + waitAfter(_count, WRONG_PINS_FREE) - Date.now());
}

/** The PIN of a person who works where the till stands, while it is good. */
async function heldPin(
  tx: Transaction,
  { terminalId, userId }: Readonly<{ terminalId: string; userId: string }>,
) {
  const { storeId } = await tx.terminal.findUniqueOrThrow({ where: { id: terminalId } });
  const held = await tx.staffPin.findFirst({
    where: { userId, goodUntil: { gt: new Date() }, user: { active: true, storeId } },
    include: { user: { select: { name: true, role: true } } },
  });
  return held ?? undefined;
}

/**
 * Gives a person who is known by the PIN another one of the own choice.
 *
 * @throws Refusal `PIN_WEAK`, `PIN_SAME`
 */
export async function changePin(
  tx: Transaction,
  { userId, pin, newPin }: Readonly<{ userId: string; pin: string; newPin: string }>,
): Promise<Date> {
  const refused = (code: string, detail: string) => new Refusal({ code, param: 'newPin', detail });
  if (isGuessedFirst(newPin)) throw refused('PIN_WEAK', 'It is one of those that are tried first.');
  if (newPin === pin) throw refused('PIN_SAME', 'It is the PIN until now.');
  return keepPin(tx, { userId, pin: newPin, isOwn: true, goodMs: PIN_GOOD_MS });
}

export type OfflinePin = Readonly<{
  userId: string;
  name: string;
  role: string;
  hash: string;
  goodUntil: Date;
}>;

/** What a till needs to know its people without a connection: own PINs of its store, each with its end. */
export async function offlinePins(
  { prisma }: Pick<Database, 'prisma'>,
  terminalId: string,
): Promise<readonly OfflinePin[]> {
  const { storeId } = await prisma.terminal.findUniqueOrThrow({ where: { id: terminalId } });
  const now = Date.now();
  const pins = await prisma.staffPin.findMany({
    where: { isOwn: true, goodUntil: { gt: new Date(now) }, user: { active: true, storeId } },
    include: { user: true },
    orderBy: { user: { name: 'asc' } },
  });
  return pins.map(({ userId, user: { name, role }, pinHash, goodUntil }) => {
    const until = Math.min(goodUntil.getTime(), now + OFFLINE_PIN_GOOD_MS);
    return { userId, name, role, hash: pinHash, goodUntil: new Date(until) };
  });
}

/** People of these roles by name, with the PIN of each; `storeId` limits whose they are. */
export function pinHolders(
  { prisma }: Pick<Database, 'prisma'>,
  { storeId, roles }: Readonly<{ storeId: string | undefined; roles: readonly string[] }>,
) {
  return prisma.appUser.findMany({
    where: {
      active: true,
      role: { in: [...roles] },
      ...(storeId === undefined ? {} : { storeId }),
    },
    include: { staffPin: { select: { isOwn: true, goodUntil: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
}

export type OfflineCheck = Readonly<{
  id: string;
  user: string;
  purpose: PinPurpose;
  about?: string | undefined;
  outcome: 'right' | 'wrong';
  at: string;
}>;

/** Notes PINs that a till has checked by itself. Answers the ids of those of people whom nobody knows. */
export async function noteOfflineChecks(
  tx: Transaction,
  { terminalId, checks }: Readonly<{ terminalId: string; checks: readonly OfflineCheck[] }>,
): Promise<readonly string[]> {
  const users = await tx.appUser.findMany({
    where: { id: { in: checks.map(({ user }) => user) } },
    select: { id: true },
  });
  const known = new Set(users.map(({ id }) => id));
  const data = checks
    .filter(({ user }) => known.has(user))
    .map(({ user: userId, about = null, at, ...check }) => {
      return { ...check, userId, terminalId, about, isOffline: true, at: new Date(at) };
    });
  await tx.staffPinCheck.createMany({ data, skipDuplicates: true });
  return checks.flatMap(({ id, user }) => (known.has(user) ? [] : [id]));
}
