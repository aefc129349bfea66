-- Whether an invoice has something left to pay and its receivable has not ended.
CREATE OR REPLACE FUNCTION is_still_owed(invoice_key uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT 1
    FROM open_item
    JOIN receivable USING (invoice_id)
    WHERE open_item.invoice_id = invoice_key
      AND open_item.open_amount > 0
      AND receivable.closed_at IS NULL)
$$;
