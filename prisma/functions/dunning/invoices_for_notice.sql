-- Finds the invoices for one dunning notice: the open ones of the customer of `asked_invoice`, in
-- its currency and legal entity, and those of the notice that is being prepared.
--
-- Input:   `notice_key` is the notice that is being prepared, or null; at most `invoices_max` are
--          answered
-- Answer:  ids of invoices, those that are longest due first
CREATE OR REPLACE FUNCTION invoices_for_notice(
  asked_invoice invoice,
  notice_key uuid,
  invoices_max int
) RETURNS uuid[]
LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(candidate.id), '{}')
  FROM (
    SELECT invoice.id
    FROM invoice
    JOIN receivable ON receivable.invoice_id = invoice.id
    WHERE (
        receivable.customer_id = asked_invoice.customer_id
        AND receivable.closed_at IS NULL
        AND invoice.currency = asked_invoice.currency
        AND invoice.legal_entity_id = asked_invoice.legal_entity_id)
      OR invoice.id IN (
        SELECT item.invoice_id FROM dunning_notice_item item WHERE item.notice_id = notice_key)
    ORDER BY
      (SELECT min(open_item.due_on)
        FROM open_item
        WHERE open_item.invoice_id = invoice.id AND open_item.open_amount > 0),
      invoice.id
    LIMIT invoices_max) candidate
$$;
