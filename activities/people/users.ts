import { randomUUID } from 'node:crypto';
import type { PersonRole } from '../../contract/roles.js';
import type { Actor, CommandContext } from '../../domain/context.js';
import { worksInOneStore } from '../../domain/people/store-of-role.js';
import { Refusal } from '../../domain/refusal.js';
import * as peopleCommands from '../../prisma/commands/people.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { underOwnCode } from '../company/unique-code.js';
import { actorOfPerson } from './actor-of-person.js';
import { findUser } from './find-user.js';
import { handInCode, makeOneTimeCode, type OneTimeCode } from './one-time-codes.js';
import { hashPassword, refuseWeakPassword } from './passwords.js';

const INVITED_FOR_MS = 3 * 24 * 60 * 60 * 1_000;

export type NewUser = Readonly<{
  email: string;
  name: string;
  role: PersonRole;
  /** Code of the store; only for roles that work in one. */
  store: string | undefined;
  /** Code of the collection agency; only for its people. */
  agency?: string | undefined;
  language: string;
}>;

/**
 * Adds a person, who sets a password by the code.
 *
 * @throws Refusal `EMAIL_TAKEN`, `STORE_REQUIRED`, `STORE_UNKNOWN`, `AGENCY_REQUIRED`, `AGENCY_NOT_FOUND`
 */
export async function addUser(
  tx: Transaction,
  ctx: CommandContext,
  user: NewUser,
): Promise<Readonly<{ userId: string }> & OneTimeCode> {
  const { name, role, language } = user;
  const email = user.email.toLowerCase();
  const row = {
    email,
    name,
    role,
    language,
    storeId: await storeOf(tx, user),
    agencyId: await agencyOf(tx, user),
    // No password fits it until the person sets one.
    passwordHash: await hashPassword(randomUUID()),
    createdAt: new Date(ctx.at),
  };
  const taken = { code: 'EMAIL_TAKEN', param: 'email', detail: `${email} is a person already.` };
  const { id: userId } = await underOwnCode(tx.appUser.create({ data: row }), taken);
  return { userId, ...(await passwordCode(tx, ctx, userId)) };
}

/**
 * Lets a person set a new password by a code; until then the old one is good no more, and sessions and keys end.
 *
 * @throws Refusal `USER_NOT_FOUND`
 */
export async function resetPassword(
  tx: Transaction,
  ctx: CommandContext,
  userId: string,
): Promise<OneTimeCode> {
  await findUser(tx, userId);
  await tx.appUser.update({
    where: { id: userId },
    data: { passwordHash: await hashPassword(randomUUID()), passwordSetAt: null },
  });
  await endSessions(tx, userId);
  await endCredentials(tx, ctx, userId);
  return passwordCode(tx, ctx, userId);
}

/**
 * Sets a password by the code of an invitation or a reset.
 *
 * @throws Refusal `PASSWORD_CODE_INVALID` when the code is wrong, used, replaced or too old, or its person disabled;
 * `PASSWORD_WEAK`, which leaves the code good
 */
export async function setPassword(
  tx: Transaction,
  ctx: CommandContext,
  { code, password }: Readonly<{ code: string; password: string }>,
): Promise<void> {
  const holder = await handInCode(tx, ctx, { purpose: 'password', code });
  const userId = holder?.userId ?? undefined;
  const user =
    userId === undefined
      ? null
      : await tx.appUser.findFirst({ where: { id: userId, active: true } });
  if (user !== null) {
    refuseWeakPassword(password, user);
    // Only now: a hash costs what a stranger must not make us spend.
    const passwordHash = await hashPassword(password);
    await actAs(tx, ctx, actorOfPerson(user));
    const passwordSetAt = new Date(ctx.at);
    await tx.appUser.update({ where: { id: user.id }, data: { passwordHash, passwordSetAt } });
    return;
  }
  const detail = 'The code is wrong, was used before, or has ended: ask for a new one.';
  throw new Refusal({ code: 'PASSWORD_CODE_INVALID', param: 'code', detail });
}

/** From here on, what the transaction changes was changed by this person, whom a code has made known. */
async function actAs(tx: Transaction, ctx: CommandContext, actor: Actor): Promise<void> {
  await tx.$queryRaw`SELECT enter_context(${JSON.stringify({ ...ctx, actor })}::jsonb)::text`;
}

export type UserChange = Readonly<{
  userId: string;
  role: PersonRole;
  store: string | undefined;
  agency?: string | undefined;
  active: boolean;
  /** As it was when undefined. */
  name?: string | undefined;
  language?: string | undefined;
}>;

/**
 * Gives a person another role or store, disables the person, or lets the person in again. Keys get the role too; when
 * the role changes or ends, sessions end, and with the person the keys and codes.
 *
 * @throws Refusal `USER_NOT_FOUND`, `STORE_REQUIRED`, `STORE_UNKNOWN`, `AGENCY_REQUIRED`, `AGENCY_NOT_FOUND`, `OWN_ROLE`
 * (nobody changes the own), `LAST_ADMINISTRATOR`
 */
export async function changeUser(
  tx: Transaction,
  ctx: CommandContext,
  change: UserChange,
): Promise<void> {
  const { userId, role, active } = change;
  const user = await findUser(tx, userId);
  const { name = user.name, language = user.language } = change;
  const storeId = await storeOf(tx, change);
  const agencyId = await agencyOf(tx, change);
  const wish = { userId, role, storeId, agencyId, active, name, language };
  const { roleBefore } = await callIn(tx, peopleCommands.changePerson, [ctx, wish]);
  // Who goes over to an agency, or comes from one, takes no key and no code along.
  const isOver = !active || user.agencyId !== agencyId;
  if (isOver) await endCredentials(tx, ctx, userId);
  else await tx.apiKey.updateMany({ where: { userId, role: { not: role } }, data: { role } });
  if (isOver || roleBefore !== role) await endSessions(tx, userId);
  await endPinOfOther(tx, user, wish);
}

async function storeOf(
  tx: Transaction,
  { role, store }: Pick<NewUser, 'role' | 'store'>,
): Promise<string | null> {
  if (worksInOneStore(role) !== (store !== undefined)) {
    const detail = worksInOneStore(role)
      ? `A ${role} works in one store.`
      : `A ${role} works for the whole company.`;
    throw new Refusal({ code: 'STORE_REQUIRED', param: 'store', detail });
  }
  if (store === undefined) return null;
  const found = await tx.store.findUnique({ where: { code: store } });
  if (found !== null) return found.id;
  throw new Refusal({
    code: 'STORE_UNKNOWN',
    param: 'store',
    detail: `There is no store ${store}.`,
  });
}

async function agencyOf(
  tx: Transaction,
  { role, agency }: Pick<NewUser, 'role' | 'agency'>,
): Promise<string | null> {
  if ((role === 'partner') !== (agency !== undefined)) {
    const detail =
      role === 'partner' ? 'A partner works for one agency.' : `A ${role} works for the company.`;
    throw new Refusal({ code: 'AGENCY_REQUIRED', param: 'agency', detail });
  }
  if (agency === undefined) return null;
  const found = await tx.agency.findUnique({ where: { code: agency } });
  if (found !== null) return found.id;
  const detail = `There is no agency ${agency}.`;
  throw new Refusal({ code: 'AGENCY_NOT_FOUND', param: 'agency', detail });
}

function passwordCode(tx: Transaction, ctx: CommandContext, userId: string): Promise<OneTimeCode> {
  const holder = { purpose: 'password', userId } as const;
  return makeOneTimeCode(tx, ctx, { holder, validMs: INVITED_FOR_MS });
}

/** Keys of a person end, and codes for and by the person: letting the person in again does not revive them. */
async function endCredentials(tx: Transaction, ctx: CommandContext, userId: string): Promise<void> {
  const at = new Date(ctx.at);
  await tx.apiKey.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: at } });
  await tx.oneTimeCode.updateMany({
    where: { endedAt: null, OR: [{ userId }, { createdBy: userId }] },
    data: { endedAt: at },
  });
}

type AtTill = Readonly<{ role: string; storeId: string | null; active: boolean }>;

/** Another role or store, or being disabled, ends the PIN for the tills. */
async function endPinOfOther(
  tx: Transaction,
  user: AtTill & Readonly<{ id: string }>,
  after: AtTill,
): Promise<void> {
  const { role, storeId, active } = after;
  if (active && user.role === role && user.storeId === storeId) return;
  await tx.staffPin.deleteMany({ where: { userId: user.id } });
}

async function endSessions(tx: Transaction, userId: string): Promise<void> {
  await tx.session.updateMany({ where: { userId, endedAt: null }, data: { endedAt: new Date() } });
}
