import { Prisma, type Transaction } from '../../../../prisma/database.js';

export type PeriodRow = Readonly<{
  id: string;
  legal_entity: string;
  time_zone: string;
  starts_on: string;
  ends_on: string;
  state: string;
  closed_at: Date | null;
}>;

/** Accounting periods with their legal entity, the latest first. */
export function periodRows(
  tx: Pick<Transaction, '$queryRaw'>,
  condition: Prisma.Sql,
  limit: number,
): Promise<PeriodRow[]> {
  return tx.$queryRaw<PeriodRow[]>`
    SELECT p.id, e.code AS legal_entity, e.time_zone, p.starts_on::text AS starts_on, p.ends_on::text AS ends_on, p.state, p.closed_at
    FROM accounting_period p JOIN legal_entity e ON e.id = p.legal_entity_id
    WHERE ${condition} ORDER BY p.starts_on DESC, p.id DESC LIMIT ${limit}`;
}

export function periodOnWire(row: PeriodRow) {
  return {
    id: row.id,
    legalEntity: row.legal_entity,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    // A CHECK of the database allows no other values.
    state: row.state as 'open' | 'closed',
    closedAt: row.closed_at?.toISOString() ?? null,
  };
}
