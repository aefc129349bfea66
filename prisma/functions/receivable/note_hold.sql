-- Writes the beginning or end of a hold into the life of each sale that it covers, and pokes the
-- workflows of their invoices.
--
-- Input:   the hold, and the kind of the event: 'held' or 'hold-released'
-- Locks:   receivables by invoice
-- Refuses: none
CREATE OR REPLACE FUNCTION note_hold(ctx jsonb, hold_key uuid, kind text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  held record;
BEGIN
  FOR held IN
    SELECT r.invoice_id, h.reason, h.held_until
    FROM dunning_hold h
    JOIN receivable r ON r.invoice_id = h.invoice_id
      OR r.customer_id = ANY (ARRAY(SELECT customer_family(h.customer_id)))
    WHERE h.id = hold_key AND r.closed_at IS NULL
    ORDER BY r.invoice_id
  LOOP
    PERFORM note_receivable(ctx, held.invoice_id, kind, jsonb_build_object(
      'kind', 'hold',
      'id', hold_key,
      'detail', jsonb_build_object('reason', held.reason, 'until', held.held_until)));
  END LOOP;
END $$;
