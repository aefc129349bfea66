import { randomUUID } from 'node:crypto';
import type { PersonRole } from '../../contract/roles.js';
import type { CommandContext } from '../../domain/context.js';
import { worksInOneStore } from '../../domain/people/store-of-role.js';
import { Refusal } from '../../domain/refusal.js';
import * as peopleCommands from '../../prisma/commands/people.js';
import { callIn, type Transaction } from '../../prisma/database.js';
import { underOwnCode } from '../company/unique-code.js';
import { actorOfPerson } from './actor-of-person.js';
import { findUser } from './find-user.js';
import { hashOfCode, makeOneTimeCode, type OneTimeCode } from './one-time-codes.js';
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
 * Adds a person, who sets a password by a code: answered here, or mailed, and then nobody else sees it.
 *
 * @throws Refusal `EMAIL_TAKEN`, `STORE_REQUIRED`, `STORE_UNKNOWN`, `AGENCY_REQUIRED`, `AGENCY_NOT_FOUND`
 */
export async function addUser(
  tx: Transaction,
  ctx: CommandContext,
  user: NewUser,
): Promise<Readonly<{ userId: string }> & OneTimeCode> {
  const userId = await addWithoutCode(tx, ctx, user);
  return { userId, ...(await makePasswordCode(tx, ctx, userId)) };
}

/** The same, and the code goes out by mail (`mailInvitation`). @throws Refusal as `addUser` */
export async function inviteUser(
  tx: Transaction,
  ctx: CommandContext,
  user: NewUser,
): Promise<string> {
  const userId = await addWithoutCode(tx, ctx, user);
  await startInvitation(tx, ctx, userId);
  return userId;
}

async function addWithoutCode(
  tx: Transaction,
  ctx: CommandContext,
  user: NewUser,
): Promise<string> {
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
  const { id } = await underOwnCode(tx.appUser.create({ data: row }), taken);
  return id;
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
  await takePassword(tx, ctx, userId);
  return makePasswordCode(tx, ctx, userId);
}

/** The same, and the code goes out by mail. @throws Refusal `USER_NOT_FOUND` */
export async function resetPasswordByMail(
  tx: Transaction,
  ctx: CommandContext,
  userId: string,
): Promise<void> {
  await takePassword(tx, ctx, userId);
  await startInvitation(tx, ctx, userId);
}

async function takePassword(tx: Transaction, ctx: CommandContext, userId: string): Promise<void> {
  const passwordHash = await hashPassword(randomUUID());
  const wish = { userId, passwordHash, now: machineTime() };
  await callIn(tx, peopleCommands.takePassword, [ctx, wish]);
}

/** Started with the transaction: no person is added whose mail is forgotten. */
async function startInvitation(
  tx: Transaction,
  ctx: CommandContext,
  userId: string,
): Promise<void> {
  const invitationId = randomUUID();
  await tx.workflowStart.create({
    data: {
      workflowType: 'invitation',
      workflowId: `invitation:${invitationId}`,
      taskQueue: 'receivables',
      input: { invitationId, userId, invitedBy: ctx.actor.id },
      searchAttributes: {},
    },
    select: { id: true },
  });
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
  const user = await findByCode(tx, code);
  if (user === undefined) throw wrongPasswordCode();
  refuseWeakPassword(password, user);
  // Only now: a hash costs what a stranger must not make us spend.
  const passwordHash = await hashPassword(password);
  const codeHash = Buffer.from(hashOfCode(code)).toString('hex');
  const { isSet } = await callIn(tx, peopleCommands.setPassword, [
    { ...ctx, actor: actorOfPerson(user) },
    { codeHash, passwordHash, now: machineTime() },
  ]);
  if (!isSet) throw wrongPasswordCode();
}

async function findByCode(tx: Transaction, code: string) {
  const given = await tx.oneTimeCode.findFirst({
    where: { secretHash: hashOfCode(code), purpose: 'password', endedAt: null },
    include: { user: true },
  });
  if (given === null || given.expiresAt <= new Date()) return undefined;
  return given.user?.active === true ? given.user : undefined;
}

function wrongPasswordCode(): Refusal {
  const detail = 'The code is wrong, was used before, or has ended: ask for a new one.';
  return new Refusal({ code: 'PASSWORD_CODE_INVALID', param: 'code', detail });
}

/** Sessions and codes end by the clock on the wall. */
function machineTime(): string {
  return new Date().toISOString();
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
  const wish = { userId, role, storeId, agencyId, active, name, language, now: machineTime() };
  await callIn(tx, peopleCommands.changePerson, [ctx, wish]);
}

/** Id of the store that goes with a role; null for the whole company. @throws Refusal `STORE_REQUIRED`, `STORE_UNKNOWN` */
export async function storeOf(
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

/** Makes a code by which a person sets a password; those before it end. */
export function makePasswordCode(
  tx: Transaction,
  ctx: CommandContext,
  userId: string,
): Promise<OneTimeCode> {
  const holder = { purpose: 'password', userId } as const;
  return makeOneTimeCode(tx, ctx, { holder, validMs: INVITED_FOR_MS });
}
