import { randomUUID } from 'node:crypto';
import { makeApiKey } from '../../activities/people/make-key.js';
import type { StaffRole } from '../../contract/roles.js';
import type { Database } from '../../prisma/database.js';
import type { TestApi } from './api-client.js';
import { testContext } from './shop.js';

/** What a call was answered: status and body. */
export type Answered = readonly [status: number, body: unknown];

/** Calls of one person, each with a key of its own. */
export type Office = (call: string, body?: unknown) => Promise<Answered>;

/** `office(api, token)('PUT /v1/stores/…', body)` answers `[status, body]`. */
export function office(api: TestApi, token: string): Office {
  return async (call, body) => {
    const [method = '', path = ''] = call.split(' ');
    const headers = { 'idempotency-key': randomUUID() };
    const answer = await api.send(method, path, { as: token, body, headers });
    return [answer.status, answer.body];
  };
}

/** Asks for a change in the name of one person, and lets another agree. Answers what was decided. */
export async function twoAgree(
  [asks, agrees]: readonly [Office, Office],
  call: string,
  body: unknown,
): Promise<Answered> {
  const [status, change] = await asks(call, body);
  if (status !== 201 && status !== 202) return [status, change];
  return decide(agrees, change);
}

/** Agrees to a change that was asked for, or rejects it. */
export function decide(
  who: Office,
  change: unknown,
  decision: 'approved' | 'rejected' = 'approved',
): Promise<Answered> {
  const { id } = change as { id: string };
  return who(`POST /v1/master-changes/${id}/approval`, { decision });
}

/** The last change of a row, before and after, as the audit trail has it. */
export async function lastChange({ prisma }: Database, tableName: string, rowId: string) {
  const { before, after, actorName } = await prisma.auditRow.findFirstOrThrow({
    where: { tableName, rowId },
    orderBy: { id: 'desc' },
  });
  return { before, after, actorName };
}

/** Another key of a person, whose role it has. Answers its token. */
export async function anotherKey(
  database: Database,
  userId: string,
  role: StaffRole,
): Promise<string> {
  const { keyId, secretHash, token } = makeApiKey('test');
  const data = { keyId, secretHash, label: 'a second key', role, userId, createdAt: new Date() };
  await database.transaction(testContext(), (tx) => tx.apiKey.create({ data }));
  return token;
}
