import { createHash } from 'node:crypto';
import type { Json } from '../contract/strict-json.js';
import type { CommandContext } from '../domain/context.js';
import { Refusal } from '../domain/refusal.js';
import { canonicalJson } from '../contract/canonical-json.js';
import type { Database, Transaction } from '../prisma/database.js';

export type StoredAnswer = Readonly<{
  status: number;
  body: unknown;
  headers?: Readonly<Record<string, string>>;
}>;
export type IdempotentAnswer = StoredAnswer & Readonly<{ replayed: boolean }>;

export type IdempotentRequest = Readonly<{
  /** The caller: two callers may choose the same key. */
  scope: string;
  key: string;
  /** SHA-256 of the request; see `requestHash`. */
  hash: Uint8Array<ArrayBuffer>;
  ctx: CommandContext;
  /** Set for partners: `work` runs behind row-level security. */
  agencyId?: string | undefined;
  /** Fields of the answer that are not stored: a replay has null there. */
  toldOnce?: readonly string[] | undefined;
}>;

/**
 * Runs `work` once for each key. A request with the same key and content waits for the one in flight and gets its
 * answer; refusals roll back and are not stored, so that the request can be repeated once the cause is mended.
 *
 * @throws Refusal `IDEMPOTENCY_CONFLICT` when the key was used for another request; whatever `work` throws.
 */
export function runIdempotent(
  database: Database,
  request: IdempotentRequest,
  work: (tx: Transaction) => Promise<StoredAnswer>,
): Promise<IdempotentAnswer> {
  const { scope, key, hash, ctx, agencyId, toldOnce = [] } = request;
  return database.transaction(ctx, async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${scope} ${key}`}, 1))::text`;
    const stored = await tx.idempotencyRecord.findUnique({ where: { scope_key: { scope, key } } });
    if (stored !== null) return replay(stored, hash);

    const answer = await (agencyId === undefined ? work(tx) : asPartner(tx, agencyId, work));
    const { status, body, headers } = answer;
    await tx.idempotencyRecord.create({
      data: {
        scope,
        key,
        requestHash: hash,
        status,
        response: { body: kept(body ?? null, toldOnce), headers: headers ?? {} } as object,
        createdAt: new Date(ctx.at),
      },
    });
    return { ...answer, replayed: false };
  });
}

/** The answer as it is stored, without secrets: they are not kept in clear and not returned again. */
function kept(body: unknown, toldOnce: readonly string[]): unknown {
  if (typeof body !== 'object' || body === null || toldOnce.length === 0) return body;
  return { ...body, ...Object.fromEntries(toldOnce.map((field) => [field, null])) };
}

/** SHA-256 of method, address and content; JSON in canonical form, so that white space does not matter. */
export function requestHash(
  request: Readonly<{ method: string; url: string; json: Json | undefined; content: Buffer }>,
): Uint8Array<ArrayBuffer> {
  const { method, url, json, content } = request;
  const digest = createHash('sha256').update(`${method} ${url}\n`);
  digest.update(json === undefined ? content : canonicalJson(json));
  return new Uint8Array(digest.digest());
}

/** Only the work runs behind row-level security; the record of the answer is written outside it. */
async function asPartner(
  tx: Transaction,
  agencyId: string,
  work: (tx: Transaction) => Promise<StoredAnswer>,
): Promise<StoredAnswer> {
  await tx.$queryRaw`SELECT set_config('lunas.agency_id', ${agencyId}, true)`;
  await tx.$executeRaw`SET LOCAL ROLE lunas_partner`;
  const answer = await work(tx);
  await tx.$executeRaw`SET LOCAL ROLE NONE`;
  return answer;
}

function replay(
  stored: Readonly<{ requestHash: Uint8Array; status: number; response: unknown }>,
  hash: Uint8Array,
): IdempotentAnswer {
  if (Buffer.compare(stored.requestHash, hash) !== 0) {
    throw new Refusal({
      code: 'IDEMPOTENCY_CONFLICT',
      param: 'Idempotency-Key',
      detail: 'This key was used for another request. Use a new key for a new request.',
    });
  }
  const { body, headers } = stored.response as Required<Pick<StoredAnswer, 'body' | 'headers'>>;
  return { status: stored.status, body, headers, replayed: true };
}
