import type { z } from 'zod';
import type { listBankStatementsRoute } from '../../../contract/statement/bank-statements.js';
import { Prisma, type PrismaClient } from '../../../prisma/database.js';
import { actorNameIn } from '../actor-names.js';
import { whereAll } from '../query-conditions.js';

export type StatementRow = Readonly<{
  id: string;
  file_hash: Uint8Array;
  state: string;
  account: string | null;
  format: string | null;
  footing: string | null;
  refusal_code: string | null;
  refusal_detail: string | null;
  refusal_place: string | null;
  reading: number;
  earlier_refusals: readonly EarlierRefusal[];
  received_at: Date;
  received_key: string;
  received_by: string;
  source: string;
  hand_fed_by: CameIn['handedInBy'];
  release: CameIn['release'];
  booked_at: Date | null;
  outcomes: Readonly<Record<string, number>> | null;
}>;

type EarlierRefusal = Readonly<{
  code: string;
  detail: string | null;
  place: string | null;
  receivedAt: string;
  receivedBy: string;
}>;

/** Bank files without their bytes, the latest first. */
export function statementRows(
  prisma: PrismaClient,
  conditions: readonly Prisma.Sql[],
  limit: number,
): Promise<StatementRow[]> {
  return prisma.$queryRaw<StatementRow[]>`
    SELECT s.id, s.file_hash, s.state, a.number AS account, s.format, s.footing, s.refusal_code, s.refusal_detail,
      s.refusal_place, s.reading,
      (SELECT coalesce(json_agg(e.one || jsonb_build_object('receivedBy', ${actorNameIn(Prisma.sql`e.one->>'receivedBy'`)})
        ORDER BY e.place), '[]') FROM jsonb_array_elements(s.earlier_refusals) WITH ORDINALITY e (one, place)) AS earlier_refusals,
       s.received_at, s.received_at::text AS received_key, ${actorNameIn(Prisma.sql`s.received_by`)} AS received_by, s.source,
      (SELECT coalesce(json_agg(json_build_object('id', h.id, 'name', ${actorNameIn(Prisma.sql`h.id`)}) ORDER BY h.place), '[]')
        FROM unnest(s.hand_fed_by) WITH ORDINALITY h (id, place)) AS hand_fed_by,
      s.release || jsonb_build_object('by', ${actorNameIn(Prisma.sql`s.release->>'by'`)}) AS release, s.booked_at,
      (SELECT json_object_agg(x.outcome, x.lines) FROM (SELECT l.outcome, count(*)::int AS lines
        FROM bank_statement_line l WHERE l.statement_id = s.id GROUP BY 1) x) AS outcomes
    FROM bank_statement s LEFT JOIN bank_account a ON a.id = s.bank_account_id
    WHERE ${whereAll(conditions)} ORDER BY s.received_at DESC, s.id DESC LIMIT ${limit}`;
}

/** How the file came, and who released it. */
export function cameInOnWire({ source, hand_fed_by: handedInBy, release }: StatementRow): CameIn {
  return {
    // A CHECK of the database allows no other values.
    source: source as CameIn['source'],
    handedInBy,
    release: release && { ...release, at: new Date(release.at).toISOString() },
  };
}

type CameIn = Head['cameIn'];

type Head = z.input<(typeof listBankStatementsRoute)['responses'][200]>['data'][number];

export function statementOnWire(row: StatementRow): Head {
  const outcomes = row.outcomes ?? {};
  return {
    id: row.id,
    // A CHECK of the database allows no other values, and the reader writes no others.
    status: row.state as Head['status'],
    account: row.account,
    format: row.format,
    footing: row.footing as Head['footing'],
    refusal:
      row.refusal_code === null
        ? null
        : { code: row.refusal_code, detail: row.refusal_detail ?? '', place: row.refusal_place },
    earlierRefusals: row.earlier_refusals.map(({ detail, receivedAt, ...earlier }) => ({
      ...earlier,
      detail: detail ?? '',
      receivedAt: new Date(receivedAt).toISOString(),
    })),
    receivedAt: row.received_at.toISOString(),
    receivedBy: row.received_by,
    cameIn: cameInOnWire(row),
    bookedAt: row.booked_at?.toISOString() ?? null,
    lineCount: Object.values(outcomes).reduce((sum, lines) => sum + lines, 0),
    outcomes,
  };
}
