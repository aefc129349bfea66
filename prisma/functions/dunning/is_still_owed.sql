-- Whether more than a small rest of an invoice is still demanded: net, as decideNextStep
-- (domain/dunning) demands it, of the money that we hold and of what is disputed or promised. What
-- is left by a known fee of a bank is not demanded.
--
-- Input:   the invoice, the business time, and the known fees, as texts
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION is_still_owed(invoice_key uuid, at timestamptz, known_fees jsonb)
RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT coalesce(bool_or(
    net.amount > coalesce(policy.tolerance_amount, 0) AND NOT known_fees ? net.amount::text), false)
  FROM receivable r
  JOIN invoice i ON i.id = r.invoice_id
  JOIN customer c ON c.id = i.customer_id
  JOIN legal_entity e ON e.id = i.legal_entity_id
  CROSS JOIN LATERAL choose_dunning_policy(
    c.segment, i.currency, (at AT TIME ZONE e.time_zone)::date) policy
  JOIN LATERAL held_money(
    i.customer_id, i.legal_entity_id, i.currency, (at AT TIME ZONE e.time_zone)::date) money
    ON money.invoice_id = i.id
  CROSS JOIN LATERAL (
    SELECT money.overdue - money.held
      - (SELECT coalesce(sum(d.amount), 0)
        FROM dispute d
        WHERE d.invoice_id = i.id AND d.state = 'open')
      - (SELECT coalesce(sum(p.amount), 0)
        FROM promise_to_pay p
        WHERE p.invoice_id = i.id AND p.state = 'open') AS amount
  ) net
  WHERE r.invoice_id = invoice_key AND r.closed_at IS NULL
$$;
