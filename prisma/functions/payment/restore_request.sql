-- Lets a request wait for its second person again that lapsed only because nothing was left of its
-- invoice, unless another one waits by now.
--
-- Input:   `kind` is write-off, credit-note or placement
-- Answer:  whether it waits again
-- Locks:   the caller holds the open items; the request
-- Refuses: none
CREATE OR REPLACE FUNCTION restore_request(kind text, request_key uuid) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
  CASE kind
    WHEN 'write-off' THEN
      UPDATE write_off w
      SET state = 'requested', decided_by = NULL, decided_at = NULL
      WHERE w.id = request_key AND w.state = 'lapsed' AND NOT EXISTS (
        SELECT 1 FROM write_off o WHERE o.invoice_id = w.invoice_id AND o.state = 'requested');
    WHEN 'credit-note' THEN
      UPDATE credit_note_request c
      SET state = 'requested', decided_by = NULL, decided_at = NULL
      WHERE c.id = request_key AND c.state = 'lapsed' AND NOT EXISTS (
        SELECT 1 FROM credit_note_request o
        WHERE o.invoice_id = c.invoice_id AND o.state = 'requested');
    WHEN 'placement' THEN
      UPDATE placement_request q
      SET state = 'requested', decided_by = NULL, decided_at = NULL
      WHERE q.id = request_key AND q.state = 'lapsed' AND NOT EXISTS (
        SELECT 1 FROM placement_request o
        WHERE o.invoice_id = q.invoice_id AND o.state = 'requested');
  END CASE;
  RETURN FOUND;
END $$;
