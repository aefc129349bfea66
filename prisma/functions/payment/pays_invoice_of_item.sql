-- Whether a payment has a standing allocation to the invoice of an open item. Deductions do not
-- count.
--
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION pays_invoice_of_item(payment_key uuid, item_key uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1
    FROM allocation a
    JOIN open_item paid ON paid.id = a.open_item_id
    JOIN open_item asked ON asked.invoice_id = paid.invoice_id
    WHERE a.payment_id = payment_key AND a.reversed_at IS NULL AND asked.id = item_key)
$$;
