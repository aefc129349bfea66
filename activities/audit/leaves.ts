import { createHash } from 'node:crypto';
import {
  canonicalEntry,
  type AuditEntry,
  type Leaf,
  type TrailName,
} from '../../domain/audit/seal.js';
import type { PrismaClient } from '../../prisma/database.js';

const ID_BYTES = 8;
const DIGEST_BYTES = 32;
const LEAF_BYTES = ID_BYTES + DIGEST_BYTES;

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

type Range = Readonly<{ after: bigint; upTo: bigint; limit: number }>;
type Content = Readonly<{ id: bigint; content: string }>;

/**
 * Rows of a trail after `after` up to `upTo` as leaves, ascending, at most `limit`. `upTo` is applied here and not in
 * SQL, where a planner without statistics would sort all remaining rows for every page.
 */
export async function readLeaves(
  prisma: PrismaClient,
  trail: TrailName,
  { after, upTo, limit }: Range,
): Promise<readonly Leaf[]> {
  const rows = await CONTENTS[trail](prisma, after, limit);
  const inRange = rows.filter(({ id }) => id <= upTo);
  return inRange.map(({ id, content }) => ({ id, digest: sha256(content) }));
}

type ReadContents = (
  prisma: PrismaClient,
  after: bigint,
  limit: number,
) => Promise<readonly Content[]>;

const CONTENTS: Readonly<Record<TrailName, ReadContents>> = {
  audit: readAuditRows,
  journal: (prisma, after, limit) => prisma.$queryRaw<Content[]>`
    SELECT id, content FROM sealed_entries(${after}::bigint, ${limit}::integer)`,
};

async function readAuditRows(
  prisma: PrismaClient,
  after: bigint,
  limit: number,
): Promise<Content[]> {
  const rows = await prisma.$queryRaw<AuditEntry[]>`
    SELECT id, (extract(epoch FROM at) * 1000000)::bigint::text AS at,
      (extract(epoch FROM recorded_at) * 1000000)::bigint::text AS "recordedAt",
      actor_kind AS "actorKind", actor_id AS "actorId", actor_name AS "actorName", origin,
      request_id AS "requestId", action, table_name AS "tableName", row_id AS "rowId",
      before::text AS before, after::text AS after
    FROM audit_row WHERE id > ${after} ORDER BY id LIMIT ${limit}`;
  return rows.map((row) => ({ id: row.id, content: canonicalEntry(row) }));
}

/** As `audit_seal.leaves` stores them: 8 bytes of id, 32 of digest, row after row. */
export function packLeaves(leaves: readonly Leaf[]): Uint8Array<ArrayBuffer> {
  const packed = Buffer.alloc(leaves.length * LEAF_BYTES);
  leaves.forEach(({ id, digest }, index) => {
    packed.writeBigInt64BE(id, index * LEAF_BYTES);
    packed.write(digest, index * LEAF_BYTES + ID_BYTES, 'hex');
  });
  return new Uint8Array(packed);
}

export function unpackLeaves(packed: Uint8Array): readonly Leaf[] {
  const bytes = Buffer.from(packed);
  return Array.from({ length: Math.floor(bytes.length / LEAF_BYTES) }, (_, index) => ({
    id: bytes.readBigInt64BE(index * LEAF_BYTES),
    digest: bytes.toString('hex', index * LEAF_BYTES + ID_BYTES, (index + 1) * LEAF_BYTES),
  }));
}
