import type { StoredSeal } from '../../domain/audit/check-seal.js';
import { canonicalSeal } from '../../domain/audit/seal.js';
import type { PrismaClient } from '../../prisma/database.js';
import { sha256, unpackLeaves } from './leaves.js';
import { isSignedBy, type KnownKeys } from './seal-keys.js';

export type SealRow = NonNullable<Awaited<ReturnType<typeof lastSealRow>>>;

export function lastSealRow(prisma: PrismaClient) {
  return prisma.auditSeal.findFirst({ orderBy: { lastRow: 'desc' } });
}

/** The seal as `checkSeal` takes it: its content, and whether digest and signature match the content. */
export function storedSeal(row: SealRow, known: KnownKeys): StoredSeal {
  const content = {
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
    isSignedBy(known, { keyId: row.keyId, digest, signature: row.signature });
  return { ...content, digest, signature: genuine ? 'valid' : 'forged' };
}

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
