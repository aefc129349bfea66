-- The bank accounts that an invoice which waits for newer bank data waits for.
--
-- Input:   an invoice with this hold: it is decided again on the day after it was found, so that
--   day says when that was
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION stale_accounts(invoice_row invoice) RETURNS SETOF bank_account
LANGUAGE sql STABLE AS $$
  SELECT b.*
  FROM receivable r
  JOIN customer c ON c.id = r.customer_id
  JOIN legal_entity e ON e.id = invoice_row.legal_entity_id
  CROSS JOIN LATERAL accounts_paid_to(e.id, invoice_row.currency, r.next_step_at) b
  WHERE r.invoice_id = invoice_row.id
    AND coalesce(b.last_closing_on, '-infinity') + (
      dunning_policy_of(
        c.segment, invoice_row.currency, (r.next_step_at AT TIME ZONE e.time_zone)::date
      )->>'bankDataMaxAgeDays')::int
      < (r.next_step_at AT TIME ZONE e.time_zone)::date - 1
$$;
