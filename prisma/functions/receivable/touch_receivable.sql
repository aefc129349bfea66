-- Tells everybody who follows this invoice that its facts have changed.
CREATE OR REPLACE FUNCTION touch_receivable(invoice_key uuid, why text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE receivable SET version = version + 1 WHERE invoice_id = invoice_key;
  PERFORM poke('receivable:' || invoice_key, why);
  PERFORM poke('placement:' || id, why) FROM placement WHERE invoice_id = invoice_key AND closed_at IS NULL;
END $$;
