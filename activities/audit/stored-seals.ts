import type { StoredSeal } from '../../domain/audit/check-seal.js';
import { canonicalSeal, TRAILS, type TrailName } from '../../domain/audit/seal.js';
import { known } from '../../domain/known.js';
import type { PrismaClient } from '../../prisma/database.js';
import { sha256, unpackLeaves } from './leaves.js';
import { isSignedBy, type KnownKeys } from './seal-keys.js';

export type SealRow = NonNullable<Awaited<ReturnType<typeof lastSealRow>>>;

export function lastSealRow(prisma: PrismaClient, trail: TrailName) {
  return prisma.auditSeal.findFirst({ where: { trail }, orderBy: { lastRow: 'desc' } });
}

/** The seal as `checkSeal` takes it: its content, and whether digest and signature match the content. */
export function storedSeal(row: SealRow, keys: KnownKeys): StoredSeal {
  const content = {
    trail: known(TRAILS, row.trail),
    firstRow: row.firstRow,
    lastRow: row.lastRow,
    sealedAt: row.sealedAt.toISOString(),
    keyId: row.keyId,
    previousDigest: hexOf(row.previousDigest),
    leaves: unpackLeaves(row.leaves),
  };
  const digest = hexOf(row.digest);
  const genuine =
    sha256(canonicalSeal(content)) === digest &&
    isSignedBy(keys, { keyId: row.keyId, digest, signature: row.signature });
  return { ...content, digest, signature: genuine ? 'valid' : 'forged' };
}

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
