-- How much one person alone may give up of an invoice (by credit note, fee, discount, rounding, or
-- withheld tax without proof), and how much of that is used: on the invoice itself, or on all
-- invoices of its customer, and of those merged with it, on that day, whichever is more. Several
-- small ones count as one. An invoice in another currency than its legal entity always needs a
-- second person.
--
-- Input:   day: the business day on which something is given up; person: who gives it up
-- Answer:  limit_amount; used_amount: all together; deducted_amount: the deductions of that person
-- Locks:   none: the caller holds the open items of the invoice
CREATE OR REPLACE FUNCTION allowance_of_one(
  invoice_key uuid, day date, person text,
  OUT limit_amount bigint, OUT used_amount bigint, OUT deducted_amount bigint)
LANGUAGE sql STABLE AS $$
  WITH given AS (
    SELECT i.id AS invoice_id, n.issued_on AS given_on, n.total_amount AS credited, 0 AS deducted,
      NULL AS given_by
    FROM invoice i
    JOIN credit_note n ON n.invoice_id = i.id AND n.request_id IS NULL
    WHERE i.customer_id = ANY (ARRAY(
        SELECT customer_family(customer_id) FROM invoice WHERE id = invoice_key))
      AND i.currency = (SELECT currency FROM invoice WHERE id = invoice_key)
    UNION ALL
    SELECT i.id, a.booked_on, 0, a.amount, a.booked_by
    FROM invoice i
    JOIN open_item o ON o.invoice_id = i.id
    JOIN allocation a ON a.open_item_id = o.id AND a.kind = 'deduction' AND a.reversed_at IS NULL
    JOIN deduction d ON d.id = a.deduction_id
      AND (d.reason <> 'withholdingTax' OR d.document_reference IS NULL)
    WHERE i.customer_id = ANY (ARRAY(
        SELECT customer_family(customer_id) FROM invoice WHERE id = invoice_key))
      AND i.currency = (SELECT currency FROM invoice WHERE id = invoice_key)
  ), used AS (
    SELECT
      coalesce(sum(credited + deducted) FILTER (WHERE g.invoice_id = invoice_key), 0) AS of_invoice,
      coalesce(sum(credited + deducted) FILTER (WHERE g.given_on = day), 0) AS of_day,
      coalesce(sum(deducted) FILTER (WHERE g.invoice_id = invoice_key AND given_by = person), 0)
        AS own_of_invoice,
      coalesce(sum(deducted) FILTER (WHERE g.given_on = day AND given_by = person), 0) AS own_of_day
    FROM given g
  )
  SELECT
    CASE WHEN entity.currency = invoice.currency THEN entity.credit_note_limit_amount ELSE 0 END,
    greatest(used.of_invoice, used.of_day)::bigint,
    greatest(used.own_of_invoice, used.own_of_day)::bigint
  FROM invoice
  JOIN legal_entity entity ON entity.id = invoice.legal_entity_id
  CROSS JOIN used
  WHERE invoice.id = invoice_key
$$;
