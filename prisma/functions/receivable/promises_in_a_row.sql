-- Counts the promises in a row that were not kept, since the last one that was: running, broken,
-- and withdrawn later than on the day they were made (one that is withdrawn on that day was a
-- slip). Of a customer, and those merged with it, those of the last half year
-- count. The limits stand in the dunning policy;
-- domain/receivable/promise.ts checks them.
--
-- Answer:  {ofInvoice, ofCustomer}
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION promises_in_a_row(invoice_row invoice, at timestamptz) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  WITH made AS (
    SELECT p.invoice_id, p.recorded_at,
      CASE WHEN p.state = 'kept' THEN p.decided_at END AS kept_at,
      p.state IN ('open', 'broken') OR p.state = 'withdrawn'
        AND (p.decided_at AT TIME ZONE e.time_zone)::date > p.promised_on
        AND r.closed_at IS NULL AS is_counted
    FROM promise_to_pay p
    JOIN invoice i ON i.id = p.invoice_id
    JOIN receivable r ON r.invoice_id = i.id
    JOIN legal_entity e ON e.id = i.legal_entity_id
    WHERE i.customer_id = ANY (ARRAY(SELECT customer_family(invoice_row.customer_id)))
  )
  SELECT jsonb_build_object(
    'ofInvoice', count(*) FILTER (
      WHERE m.invoice_id = invoice_row.id
        AND m.recorded_at > coalesce(
          (SELECT max(k.kept_at) FROM made k WHERE k.invoice_id = invoice_row.id), '-infinity')),
    'ofCustomer', count(*) FILTER (
      WHERE m.recorded_at > greatest(
        (SELECT max(k.kept_at) FROM made k), promises_in_a_row.at - interval '180 days')))
  FROM made m
  WHERE m.is_counted
$$;
