-- The disputes, promises, holds and undelivered letters that hold back the reminders of an invoice,
-- with the person behind each.
--
-- Input:   the invoice; `hold` is its next step, such as `hold-dispute`
-- Answer:  a row for each; `by` is the id of who recorded it
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION people_who_hold(invoice_row invoice, hold text)
RETURNS TABLE (thing text, name text, amount bigint, by text, day date, until date)
LANGUAGE sql STABLE AS $$
  SELECT 'dispute', d.reason, d.amount, d.opened_by, d.opened_at::date, NULL::date
  FROM dispute d
  WHERE hold IN ('hold-dispute', 'hold-promise-to-pay')
    AND d.invoice_id = invoice_row.id
    AND d.state = 'open'
  UNION ALL
  SELECT 'promise', p.channel, p.amount, p.recorded_by, p.promised_on, p.promised_for
  FROM promise_to_pay p
  WHERE hold IN ('hold-dispute', 'hold-promise-to-pay')
    AND p.invoice_id = invoice_row.id
    AND p.state = 'open'
  UNION ALL
  SELECT CASE h.reason WHEN 'notice-undeliverable' THEN 'letter' ELSE 'hold' END, h.reason, NULL,
    h.placed_by, h.placed_at::date, h.held_until
  FROM dunning_hold h
  WHERE hold = CASE h.reason
      WHEN 'notice-undeliverable' THEN 'hold-notice-undelivered'
      ELSE 'hold-manual'
    END
    AND (h.invoice_id = invoice_row.id
      OR h.customer_id = ANY (ARRAY(SELECT customer_family(invoice_row.customer_id))))
    AND h.released_at IS NULL
$$;
