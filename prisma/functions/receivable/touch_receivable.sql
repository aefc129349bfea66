-- Marks the facts of an invoice as changed: raises the version, so that decisions from older facts
-- are not booked, and pokes the workflows of the receivable and of its open placement. Unapplied
-- money is matched again, unless what has changed is only what such money is suggested for.
--
-- Input:   the invoice, and what has changed in one word
-- Locks:   the receivable
-- Refuses: none
CREATE OR REPLACE FUNCTION touch_receivable(invoice_key uuid, why text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE receivable SET version = version + 1 WHERE invoice_id = invoice_key;
  PERFORM poke('receivable:' || invoice_key, why);
  PERFORM poke('placement:' || id, why)
  FROM placement
  WHERE invoice_id = invoice_key AND closed_at IS NULL;
  INSERT INTO match_request (invoice_id)
  SELECT invoice_key
  WHERE why <> 'suspected-payment';
END $$;
