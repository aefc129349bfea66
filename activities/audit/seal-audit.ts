import { canonicalSeal, NO_SEAL_BEFORE, TRAILS, type TrailName } from '../../domain/audit/seal.js';
import { OperatorFault } from '../../platform/fault.js';
import type { PrismaClient } from '../../prisma/database.js';
import { appendHead, readLastHead } from './head-file.js';
import { isSettledInTime, noteHorizon, type Horizon } from './horizon.js';
import { packLeaves, readLeaves, sha256 } from './leaves.js';
import { publishKey, readKnownKeys, type SealKey } from './seal-keys.js';
import { hexOf, lastSealRow, storedSeal, type SealRow } from './stored-seals.js';

export type Sealing = Readonly<{
  prisma: PrismaClient;
  key: SealKey;
  /** Folder of the heads, outside the database. */
  folder: string;
  /** How long to wait for transactions that are under way. */
  settleWithinMs?: number;
}>;

/** `waiting`: an earlier transaction is still open; the next pass seals the rest. */
export type Sealed = Readonly<{ outcome: 'sealed' | 'waiting'; seals: number; rows: number }>;

/** Rows per seal: a pass holds them in memory, about a megabyte. */
const ROWS_MAX = 1_000;
/** A pass ends after so many seals; the next pass goes on. */
const SEALS_MAX = 500;

/**
 * Seals what is not sealed yet: rows of the audit trail, then entries of the journal. Safe to repeat, and from several
 * workers at once.
 *
 * @throws {OperatorFault} when the last seal recorded outside is no longer in the database: a trail that was set back
 * is not sealed over
 */
export async function sealAudit(sealing: Sealing): Promise<Sealed> {
  publishKey(sealing.folder, sealing.key);
  let all: Sealed = { outcome: 'sealed', seals: 0, rows: 0 };
  for (const trail of TRAILS) {
    const { outcome, seals, rows } = await sealTrail({ ...sealing, trail });
    all = {
      outcome: outcome === 'waiting' ? outcome : all.outcome,
      seals: all.seals + seals,
      rows: all.rows + rows,
    };
  }
  return all;
}

type TrailSealing = Sealing & Readonly<{ trail: TrailName }>;

/**
 * Seals one trail up to where no further row can appear. Rows do not commit in the order of their numbers. So the
 * highest number given out is noted, and rows up to it are sealed only after every transaction that was open then has
 * ended.
 */
async function sealTrail(sealing: TrailSealing): Promise<Sealed> {
  const { prisma, trail } = sealing;
  await catchUpWithHead(sealing);
  const nothing = { seals: 0, rows: 0 };
  if (!(await isAnythingUnsealed(prisma, trail))) return { outcome: 'sealed', ...nothing };
  const horizon = await noteHorizon(prisma, trail);
  if (!(await isSettledInTime(sealing, horizon))) return { outcome: 'waiting', ...nothing };
  return sealUpTo(sealing, horizon);
}

/** The head is written once, for the newest seal: it covers all seals before it, and the disk is waited for once. */
async function sealUpTo(sealing: TrailSealing, horizon: Horizon): Promise<Sealed> {
  let newest: NewSeal | undefined;
  let rows = 0;
  let seals = 0;
  while (seals < SEALS_MAX) {
    const next = await sealNext(sealing, horizon);
    if (next === undefined) break;
    newest = next;
    seals += 1;
    rows += next.rows;
  }
  if (newest !== undefined) rememberOutside(sealing, newest);
  return { outcome: 'sealed', seals, rows };
}

type NewSeal = Remembered & Readonly<{ rows: number }>;

/** Undefined when there was nothing to seal, or when another worker was first. */
async function sealNext(
  { prisma, key, trail }: TrailSealing,
  horizon: Horizon,
): Promise<NewSeal | undefined> {
  const last = await lastSealRow(prisma, trail);
  const after = last?.lastRow ?? BEFORE_ALL_ROWS;
  const range = { after, upTo: horizon.lastRow, limit: ROWS_MAX };
  const leaves = await readLeaves(prisma, trail, range);
  const [first, newest] = [leaves[0], leaves.at(-1)];
  if (first === undefined || newest === undefined) return undefined;
  const content = {
    trail,
    firstRow: last === null ? first.id : last.lastRow + 1n,
    // Up to the horizon, including gaps in the ids, but no more rows than one seal holds.
    lastRow: leaves.length < ROWS_MAX ? horizon.lastRow : newest.id,
    sealedAt: horizon.notedAt.toISOString(),
    keyId: key.keyId,
    previousDigest: last === null ? NO_SEAL_BEFORE : hexOf(last.digest),
    leaves,
  };
  const digest = sha256(canonicalSeal(content));
  const seal = {
    trail,
    firstRow: content.firstRow,
    lastRow: content.lastRow,
    leaves: packLeaves(leaves),
    digest: bytesOf(digest),
    previousDigest: bytesOf(content.previousDigest),
    signature: key.sign(digest),
    keyId: key.keyId,
    sealedAt: horizon.notedAt,
  };
  const { count } = await prisma.auditSeal.createMany({ data: [seal], skipDuplicates: true });
  return count === 0 ? undefined : { ...seal, rows: leaves.length };
}

/** Below every possible id, also an invented negative one. */
export const BEFORE_ALL_ROWS = -(2n ** 63n);

async function isAnythingUnsealed(prisma: PrismaClient, trail: TrailName): Promise<boolean> {
  const last = await lastSealRow(prisma, trail);
  const number = { gt: last?.lastRow ?? BEFORE_ALL_ROWS };
  const found =
    trail === 'audit'
      ? await prisma.auditRow.findFirst({ where: { id: number }, select: { id: true } })
      : await prisma.journalEntry.findFirst({ where: { position: number }, select: { id: true } });
  return found !== null;
}

/** A crash between a seal and its head leaves the head one behind; then it is written now. */
async function catchUpWithHead(sealing: Omit<TrailSealing, 'key'>): Promise<void> {
  const { prisma, folder, trail } = sealing;
  const head = readLastHead(folder, trail);
  if (head !== undefined && !(await isHeadInTrail(prisma, trail, head)))
    throw new OperatorFault(
      `The ${trail} trail was set back: its seal up to row ${head.lastRow} is not in the database any more. Keep ${folder} and the database for an investigation; nothing is sealed over it.`,
    );
  const last = await lastSealRow(prisma, trail);
  if (last === null || hexOf(last.digest) === head?.digest) return;
  // A seal without a valid signature of ours is not recorded: the check reports it.
  if (storedSeal(last, readKnownKeys(folder)).signature === 'valid') rememberOutside(sealing, last);
}

export async function isHeadInTrail(
  prisma: PrismaClient,
  trail: TrailName,
  { lastRow, digest }: Readonly<{ lastRow: string; digest: string }>,
): Promise<boolean> {
  const seal = await prisma.auditSeal.findFirst({ where: { trail, lastRow: BigInt(lastRow) } });
  return seal !== null && hexOf(seal.digest) === digest;
}

type Remembered = Pick<SealRow, 'lastRow' | 'digest' | 'sealedAt' | 'keyId' | 'signature'>;

function rememberOutside(
  { folder, trail }: Pick<TrailSealing, 'folder' | 'trail'>,
  seal: Remembered,
): void {
  appendHead(folder, trail, {
    lastRow: seal.lastRow.toString(),
    digest: hexOf(seal.digest),
    sealedAt: seal.sealedAt.toISOString(),
    keyId: seal.keyId,
    signature: Buffer.from(seal.signature).toString('base64'),
  });
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}
