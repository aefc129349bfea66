-- Locks what is open of an invoice, in the order of all commands, and answers what it adds up to.
-- Refuses: INVOICE_NOT_FOUND.
CREATE OR REPLACE FUNCTION lock_open_items(invoice_key uuid) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE due bigint;
BEGIN
  PERFORM 1 FROM invoice WHERE id = invoice_key;
  IF NOT FOUND THEN PERFORM refuse('INVOICE_NOT_FOUND', 'There is no such invoice.', 'invoiceId'); END IF;
  PERFORM 1 FROM open_item WHERE invoice_id = invoice_key ORDER BY id FOR UPDATE;
  SELECT coalesce(sum(open_amount), 0) INTO due FROM open_item WHERE invoice_id = invoice_key;
  RETURN due;
END $$;
