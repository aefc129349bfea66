-- Locks the open items of an invoice, in the order that all commands use, and answers their open
-- amount.
--
-- Answer:  the sum of the open amounts
-- Locks:   open items of the invoice by id
-- Refuses: INVOICE_NOT_FOUND
CREATE OR REPLACE FUNCTION lock_open_items(invoice_key uuid) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  open_total bigint;
BEGIN
  PERFORM 1 FROM invoice WHERE id = invoice_key;
  IF NOT FOUND THEN
    PERFORM refuse('INVOICE_NOT_FOUND', 'There is no such invoice.', 'invoiceId');
  END IF;
  PERFORM 1 FROM open_item WHERE invoice_id = invoice_key ORDER BY id FOR UPDATE;
  SELECT coalesce(sum(open_amount), 0) INTO open_total
  FROM open_item
  WHERE invoice_id = invoice_key;
  RETURN open_total;
END $$;
