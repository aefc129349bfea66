import { Prisma } from '../../../../prisma/database.js';
import type { ReportScope } from './report-day.js';

type Day = Pick<ReportScope, 'asOf'>;

/** `owed`: the open items at the end of the day. */
export function owedOn({ asOf, currency }: ReportScope): Prisma.Sql {
  return Prisma.sql`owed AS MATERIALIZED (SELECT * FROM open_items_as_of(${asOf}::date) WHERE currency = ${currency})`;
}

/** Allocation `a` was booked by the end of the day and not reversed by then. */
export function stoodOn(asOf: string): Prisma.Sql {
  return Prisma.sql`a.booked_on <= ${asOf}::date AND (a.reversed_on IS NULL OR a.reversed_on > ${asOf}::date)`;
}

/** A timestamp lies before the end of the day in the zone of its legal entity, `e`. */
export function happenedBy({ asOf }: Day, at: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(${at} AT TIME ZONE e.time_zone)::date <= ${asOf}::date`;
}

type Claim = Readonly<{ table: 'promise_to_pay' | 'dispute'; id: Prisma.Sql; ended: string }>;

/** Promise `p` and dispute `d`, of a legal entity `e`: they end, and undone money opens them again. */
export const PROMISE: Claim = {
  table: 'promise_to_pay',
  id: Prisma.sql`p.id`,
  ended: 'decided_at',
};
export const DISPUTE: Claim = { table: 'dispute', id: Prisma.sql`d.id`, ended: 'resolved_at' };

/** What a claim held at the end of the day, when it has ended or was opened again since; null when it was not. */
export function endedThen({ asOf }: Day, { table, id, ended }: Claim): Prisma.Sql {
  return Prisma.sql`held_then(${table}, ${id}::text, ${ended}, ${asOf}::date, e.time_zone)`;
}

/** A claim had ended by the end of the day; what has ended by now and not since then had. */
export function hadEnded(day: Day, claim: Claim): Prisma.Sql {
  const { table, ended } = claim;
  const endedOn = Prisma.raw(`${table === 'dispute' ? 'd' : 'p'}.${ended}`);
  return Prisma.sql`(${happenedBy(day, endedOn)} IS TRUE OR ${endedThen(day, claim)}->>${ended}::text IS NOT NULL)`;
}

/**
 * State of `owed` at the end of the day: `placed` items, `disputing` disputes and `running` promises. `part`: each open
 * item with its disputed and promised amounts. A promise covers the items of an invoice that are due first, a dispute
 * those due last; placed items have neither. `counts_for_promise` says which money keeps a promise: not what was
 * allocated before we heard of it.
 */
export function partsOf(day: Day): Prisma.Sql {
  return Prisma.sql`${standingOn(day)},
    disputed AS (SELECT invoice_id, sum(amount) AS amount FROM disputing GROUP BY invoice_id),
    promised AS (
      SELECT DISTINCT ON (p.invoice_id) p.invoice_id, p.promised_for, p.amount - coalesce((SELECT sum(a.amount) FROM open_item o
          JOIN allocation a ON a.open_item_id = o.id JOIN payment m ON m.id = a.payment_id
          WHERE o.invoice_id = p.invoice_id AND ${stoodOn(day.asOf)}
            AND counts_for_promise(p, m.value_date, a.booked_at)), 0) AS amount
      FROM running r JOIN promise_to_pay p ON p.id = r.id ORDER BY p.invoice_id, p.recorded_at DESC, p.id),
    item AS (
      SELECT o.*, o.open_item_id IN (SELECT open_item_id FROM placed) AS is_placed FROM owed o),
    ranged AS (
      SELECT i.*, sum(i.open_amount) OVER (PARTITION BY i.invoice_id, i.is_placed ORDER BY i.due_on, i.open_item_id) AS upper,
        sum(i.open_amount) OVER (PARTITION BY i.invoice_id, i.is_placed) AS whole FROM item i),
    split AS (
      SELECT r.*, p.promised_for, r.upper - r.open_amount AS lower, greatest(coalesce(p.amount, 0), 0) AS promised_to,
        r.whole - least(coalesce(d.amount, 0), r.whole) AS disputed_from
      FROM ranged r LEFT JOIN promised p ON p.invoice_id = r.invoice_id AND NOT r.is_placed
        LEFT JOIN disputed d ON d.invoice_id = r.invoice_id AND NOT r.is_placed),
    part AS (
      SELECT s.due_on, s.is_placed, s.customer_id, s.open_amount, s.promised_for,
        greatest(least(s.upper, s.promised_to, s.disputed_from) - s.lower, 0) AS promised,
        greatest(s.upper - greatest(s.lower, s.disputed_from), 0) AS disputed FROM split s)`;
}

function standingOn(day: Day): Prisma.Sql {
  const begun = (at: string) => happenedBy(day, Prisma.raw(at));
  const notEnded = (at: string) => Prisma.sql`${begun(at)} IS NOT TRUE`;
  return Prisma.sql`invoiced AS (SELECT DISTINCT o.invoice_id, e.time_zone FROM owed o JOIN legal_entity e ON e.id = o.legal_entity_id),
    placed AS (
      SELECT i.open_item_id FROM invoiced e JOIN placement p ON p.invoice_id = e.invoice_id JOIN placement_item i ON i.placement_id = p.id
      WHERE p.placed_on <= ${day.asOf}::date AND ${notEnded('p.closed_at')}),
    disputing AS (
      SELECT d.* FROM invoiced e JOIN dispute d ON d.invoice_id = e.invoice_id
      WHERE ${begun('d.opened_at')} AND NOT ${hadEnded(day, DISPUTE)}),
    running AS (
      SELECT p.* FROM invoiced e JOIN promise_to_pay p ON p.invoice_id = e.invoice_id
      WHERE ${begun('p.recorded_at')} AND NOT ${hadEnded(day, PROMISE)})`;
}
