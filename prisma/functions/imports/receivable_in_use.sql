-- What depends on a receivable that was brought in, in one word; NULL when nothing does. What was
-- settled and undone again has happened too.
--
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION receivable_in_use(invoice_key uuid) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN EXISTS (
      SELECT 1 FROM allocation a JOIN open_item o ON o.id = a.open_item_id
      WHERE o.invoice_id = invoice_key
    ) THEN 'settled'
    WHEN EXISTS (SELECT 1 FROM dunning_notice_item WHERE invoice_id = invoice_key) THEN 'reminded'
    WHEN EXISTS (SELECT 1 FROM placement WHERE invoice_id = invoice_key)
      OR EXISTS (SELECT 1 FROM placement_request WHERE invoice_id = invoice_key) THEN 'placed'
    WHEN EXISTS (SELECT 1 FROM promise_to_pay WHERE invoice_id = invoice_key) THEN 'promised'
    WHEN EXISTS (SELECT 1 FROM dispute WHERE invoice_id = invoice_key) THEN 'disputed'
    WHEN EXISTS (SELECT 1 FROM dunning_hold WHERE invoice_id = invoice_key) THEN 'held'
    WHEN EXISTS (SELECT 1 FROM write_off WHERE invoice_id = invoice_key) THEN 'written-off'
    WHEN EXISTS (SELECT 1 FROM credit_note WHERE invoice_id = invoice_key)
      OR EXISTS (SELECT 1 FROM credit_note_request WHERE invoice_id = invoice_key) THEN 'credited'
    WHEN EXISTS (SELECT 1 FROM virtual_account WHERE invoice_id = invoice_key) THEN 'paid-into'
  END
$$;
