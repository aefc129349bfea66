import type { Invariant } from './invariant.js';
import { FIRST_LIMITS } from './first-limits.js';

/** That a row came with the first ones of its table, those that are proposed to a company that begins, and is as it was. */
function proposed(table: string, row: string): string {
  return `EXISTS (SELECT 1 FROM audit_row a
    WHERE a.table_name = '${table}' AND a.row_id = ${row}.id::text AND a.action = 'insert' AND a.after = to_jsonb(${row})
      AND a.request_id = (SELECT f.request_id FROM audit_row f
        WHERE f.table_name = '${table}' AND f.action = 'insert' ORDER BY f.id LIMIT 1))`;
}

/** A change that two people agreed on. */
function agreed(kind: string, about: string): string {
  return `EXISTS (SELECT 1 FROM master_change m WHERE m.kind = '${kind}' AND m.state = 'approved' AND ${about})`;
}

/** Columns of a policy beside its version, as `apply_dunning_policy` reads them. */
const POLICY_AGREED = `jsonb_strip_nulls(m.after - 'levels') = jsonb_strip_nulls(jsonb_build_object(
  'code', p.code, 'segment', p.segment, 'currency', p.currency, 'inForceFrom', p.in_force_from,
  'minimumAmount', p.minimum_amount::text, 'toleranceAmount', p.tolerance_amount::text,
  'graceDays', p.grace_days, 'staleBankDays', p.stale_bank_days,
  'minimumDaysBetween', p.minimum_days_between, 'customerDaysBetween', p.customer_days_between,
  'placementDaysPastDue', p.placement_days_past_due,
  'placementMinimumAmount', p.placement_minimum_amount::text, 'creditStopDays', p.credit_stop_days,
  'promiseMinimumBasisPoints', p.promise_minimum_basis_points, 'promiseDaysMax', p.promise_days_max,
  'promisesInARow', p.promises_in_a_row, 'customerPromisesInARow', p.customer_promises_in_a_row,
  'disputeMinimumBasisPoints', p.dispute_minimum_basis_points, 'holdReviewDays', p.hold_review_days))
  AND m.after->'levels' = coalesce((SELECT jsonb_agg(jsonb_build_object('daysPastDue', l.days_past_due,
    'feeAmount', l.fee_amount::text, 'template', l.template, 'channel', l.channel) ORDER BY l.level)
    FROM dunning_policy_level l WHERE l.policy_id = p.id), '[]')`;

/** That rates, policies, holidays, terms of agencies and goods of a high worth came by two people. */
export const AGREED_RULES: readonly Invariant[] = [
  {
    id: 'I19d',
    says: 'a tax rule is one that was proposed at the beginning, or as two people agreed',
    sql: `SELECT 'tax rule ' || r.code || ' from ' || r.valid_from AS place FROM tax_rule r
      WHERE NOT ${proposed('tax_rule', 'r')} AND NOT ${agreed(
        'tax-rule',
        `m.after = jsonb_build_object('code', r.code, 'kind', r.kind, 'validFrom', r.valid_from, 'rounding', r.rounding,
          'rate', jsonb_build_object('numerator', r.rate_numerator, 'denominator', r.rate_denominator),
          'baseFactor', jsonb_build_object('numerator', r.base_numerator, 'denominator', r.base_denominator),
          'label', jsonb_build_object('id', r.label_id, 'en', r.label_en))`,
      )}`,
  },
  {
    id: 'I19e',
    says: 'a version of a dunning policy is one that was proposed at the beginning, or as two people agreed',
    sql: `SELECT 'dunning policy ' || p.code || ' version ' || p.version AS place FROM dunning_policy p
      WHERE NOT ${proposed('dunning_policy', 'p')} AND NOT ${agreed('dunning-policy', POLICY_AGREED)}`,
  },
  {
    id: 'I19f',
    says: 'holidays that the company gave are as two people agreed',
    sql: `SELECT 'holidays of ' || h.country || ' in ' || h.year AS place
      FROM (SELECT country, extract(year FROM day)::int AS year, jsonb_agg(jsonb_build_object('date', day, 'kind', kind,
          'name', jsonb_build_object('id', name_id, 'en', name_en)) ORDER BY day) AS days
        FROM holiday GROUP BY country, extract(year FROM day)) h
      WHERE h.days IS DISTINCT FROM (SELECT jsonb_agg(one ORDER BY one->>'date')
        FROM (SELECT m.after FROM master_change m
          WHERE m.kind = 'holidays' AND m.state = 'approved' AND m.subject = h.country || ':' || h.year
          ORDER BY m.decided_at DESC, m.id DESC LIMIT 1) last, jsonb_array_elements(last.after->'days') one)`,
  },
  {
    id: 'I19g',
    says: 'what an agency gets is as two people agreed',
    sql: `SELECT 'agreement ' || a.code || ' version ' || g.version AS place FROM agreement g JOIN agency a ON a.id = g.agency_id
      WHERE NOT ${agreed(
        'agreement',
        `m.subject = g.agency_id::text AND m.after->>'validFrom' = g.valid_from::text AND m.after->'commission' = g.commission_schedule`,
      )}
      UNION ALL SELECT 'terms of ' || a.code FROM agency a
      JOIN LATERAL (SELECT m.after FROM master_change m
        WHERE m.kind = 'agency-terms' AND m.state = 'approved' AND m.subject = a.id::text
        UNION ALL SELECT jsonb_build_object('commissionTaxBasisPoints', i.after->'commission_tax_basis_points',
          'recallReportDays', i.after->'recall_report_days') FROM audit_row i
        WHERE i.table_name = 'agency' AND i.row_id = a.id::text AND i.action = 'insert'
          AND NOT ${agreed('agency-terms', 'm.subject = a.id::text')}) was ON true
      GROUP BY a.id HAVING NOT bool_or((was.after->>'commissionTaxBasisPoints')::int = a.commission_tax_basis_points
        AND (was.after->>'recallReportDays')::int = a.recall_report_days)`,
  },
  {
    id: 'I19h',
    says: 'nobody took goods into stock alone above what one person may within 24 hours',
    sql: `WITH bound AS (
        SELECT e.id, greatest(${FIRST_LIMITS.goodsReceipt}, e.goods_receipt_limit_amount, (SELECT max((m.after->>'goodsReceiptLimit')::bigint)
            FROM master_change m WHERE m.kind = 'approval-limits' AND m.state = 'approved' AND m.subject = e.id::text)) AS amount
        FROM legal_entity e),
      taken AS (
        SELECT m.document_id, m.received_alone_by, b.amount AS bound, sum(m.value_amount) OVER (
            PARTITION BY m.received_alone_by, s.legal_entity_id ORDER BY m.at
            RANGE BETWEEN interval '24 hours' PRECEDING AND CURRENT ROW) AS amount
        FROM stock_movement m JOIN stock_location l ON l.id = m.location_id JOIN store s ON s.id = l.store_id
        JOIN bound b ON b.id = s.legal_entity_id
        WHERE m.received_alone_by IS NOT NULL)
      SELECT DISTINCT 'goods ' || document_id || ' by ' || received_alone_by AS place FROM taken WHERE amount > bound`,
  },
];
