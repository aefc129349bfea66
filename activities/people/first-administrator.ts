import { randomBytes } from 'node:crypto';
import type { CommandContext } from '../../domain/context.js';
import { Refusal } from '../../domain/refusal.js';
import type { Database, Transaction } from '../../prisma/database.js';
import { makeApiKey } from './make-key.js';
import type { OneTimeCode } from './one-time-codes.js';
import { addPersonWithPassword } from './person-with-password.js';
import { addUser } from './users.js';

/** What the first administrator signs in with; it cannot be read again. */
export type FirstAdministrator = Readonly<{ email: string; password: string; token: string }>;

/** 96 bits in letters that are easy to copy. */
const PASSWORD_BYTES = 12;

/** The number of the advisory lock under which the first person is made. */
const PEOPLE_LOCK = 5_016_219_384_733n;

/**
 * Makes the first person of empty books, an administrator, with a password and a key.
 *
 * @throws Refusal `PEOPLE_EXIST` when the books have a person already
 */
export async function makeFirstAdministrator(
  database: Pick<Database, 'transaction'>,
  ctx: CommandContext,
  { email, name }: Readonly<{ email: string; name: string }>,
): Promise<FirstAdministrator> {
  const password = randomBytes(PASSWORD_BYTES).toString('base64url');
  const { keyId, secretHash, token } = makeApiKey();
  const createdAt = new Date(ctx.at);
  await database.transaction(ctx, async (tx) => {
    await refuseWherePeopleAre(tx);
    const person = { email, name, role: 'admin', language: 'id', store: undefined } as const;
    const userId = await addPersonWithPassword(tx, ctx, { ...person, password });
    await tx.apiKey.create({
      data: { keyId, secretHash, role: 'admin', label: name, userId, scopes: [], createdAt },
    });
  });
  return { email, password, token };
}

/**
 * Adds the first person of empty books, an administrator, who sets a password by the code.
 *
 * @throws Refusal `PEOPLE_EXIST` when the books have a person already
 */
export function inviteFirstAdministrator(
  database: Pick<Database, 'transaction'>,
  ctx: CommandContext,
  person: Readonly<{ email: string; name: string; language: string }>,
): Promise<OneTimeCode> {
  return database.transaction(ctx, async (tx) => {
    await refuseWherePeopleAre(tx);
    return addUser(tx, ctx, { ...person, role: 'admin', store: undefined });
  });
}

async function refuseWherePeopleAre(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${PEOPLE_LOCK})`;
  if ((await tx.appUser.findFirst()) === null) return;
  const detail = 'The books have people already: one of them adds others.';
  throw new Refusal({ code: 'PEOPLE_EXIST', detail });
}
