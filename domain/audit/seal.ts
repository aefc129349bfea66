/** A row of the audit trail as it is sealed: every column as text, as PostgreSQL writes it. */
export type AuditEntry = Readonly<{
  id: bigint;
  /** Microseconds since 1970, so that time zones and rounding cannot change it. */
  at: string;
  recordedAt: string;
  actorKind: string;
  actorId: string;
  actorName: string;
  origin: string;
  requestId: string;
  action: string;
  tableName: string;
  rowId: string;
  before: string | null;
  after: string | null;
}>;

/** What a seal keeps of one row: its id and the SHA-256 of its canonical text, in hex. */
export type Leaf = Readonly<{ id: bigint; digest: string }>;

/** What is sealed: the rows of the audit trail, and the entries of the journal with their documents. */
export const TRAILS = ['audit', 'journal'] as const;
export type TrailName = (typeof TRAILS)[number];

/** What is hashed and signed: a range of a trail, and the seal before it. */
export type SealContent = Readonly<{
  trail: TrailName;
  firstRow: bigint;
  lastRow: bigint;
  /** RFC 3339. */
  sealedAt: string;
  keyId: string;
  /** Hex; `NO_SEAL_BEFORE` for the first. */
  previousDigest: string;
  /** Ascending by id. */
  leaves: readonly Leaf[];
}>;

export const NO_SEAL_BEFORE = '0'.repeat(64);

/** Name of the hashed format. A changed format gets a new name, so that a text belongs to one format only. */
const FORM = 'lunas seal 2';

/** The canonical text of a row: JSON of its columns in a fixed order. Different rows give different texts. */
export function canonicalEntry(entry: AuditEntry): string {
  return JSON.stringify([
    entry.id.toString(),
    entry.at,
    entry.recordedAt,
    entry.actorKind,
    entry.actorId,
    entry.actorName,
    entry.origin,
    entry.requestId,
    entry.action,
    entry.tableName,
    entry.rowId,
    entry.before,
    entry.after,
  ]);
}

/** The text whose SHA-256 is the digest of a seal. */
export function canonicalSeal(seal: SealContent): string {
  return JSON.stringify([
    FORM,
    seal.trail,
    seal.firstRow.toString(),
    seal.lastRow.toString(),
    seal.sealedAt,
    seal.keyId,
    seal.previousDigest,
    seal.leaves.map(({ id, digest }) => [id.toString(), digest]),
  ]);
}
