-- Tells everybody who follows this invoice that its facts have changed: whoever decides from facts
-- that were read before sees another version, and the workflows of the receivable and of its open
-- placement look again.
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
END $$;
