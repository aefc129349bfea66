-- Opens a dispute again that ended only because nothing was left to dispute, as far as there is
-- something again.
--
-- Answer:  whether it is open again
-- Locks:   the caller holds the open items and the placement; the dispute
-- Refuses: none
CREATE OR REPLACE FUNCTION restore_dispute(ctx jsonb, dispute_key uuid) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  invoice_key uuid := (SELECT invoice_id FROM dispute WHERE id = dispute_key);
BEGIN
  UPDATE dispute d
  SET state = 'open', resolution = NULL, resolved_by = NULL, resolved_at = NULL,
    credit_note_id = NULL
  WHERE d.id = dispute_key
    AND d.state = 'resolved'
    AND d.amount + (
      SELECT coalesce(sum(other.amount), 0)
      FROM dispute other
      WHERE other.invoice_id = invoice_key AND other.state = 'open')
      <= (SELECT sum(o.open_amount) FROM open_item o WHERE o.invoice_id = invoice_key);
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM set_disputed_part_aside(ctx, invoice_key);
  RETURN true;
END $$;
