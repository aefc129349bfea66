-- Deletes suggestions of more than an open item has left. A payment without any suggestion becomes
-- unapplied, and its work item says so. Payments must be locked before open items, but the caller
-- holds the items already. So a payment that another command holds is skipped: its suggestions are
-- checked again when the receivable ends.
--
-- Input:   the open items of which something was settled, and the allocations that did it, whose
--   undoing brings the suggestions back
-- Locks:   the caller holds the items; payments with such suggestions, those that are free only
-- Refuses: none
CREATE OR REPLACE FUNCTION end_spent_suggestions(
  ctx jsonb, item_keys uuid[], settled uuid[] DEFAULT '{}'
) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  payment_key uuid;
BEGIN
  FOR payment_key IN
    SELECT p.id
    FROM payment p
    WHERE p.id IN (
      SELECT s.payment_id
      FROM open_item o
      JOIN payment_suggestion s
        ON s.items @> jsonb_build_array(jsonb_build_object('openItemId', o.id))
      WHERE o.id = ANY (item_keys))
    ORDER BY p.id
    FOR UPDATE SKIP LOCKED
  LOOP
    PERFORM remember_suggestions(p, settled) FROM payment p WHERE p.id = payment_key;
    DELETE FROM payment_suggestion s
    WHERE s.payment_id = payment_key
      AND EXISTS (
        SELECT 1
        FROM jsonb_array_elements(s.items) item
        JOIN open_item o ON o.id = (item->>'openItemId')::uuid
        WHERE (item->>'amount')::bigint > o.open_amount);
    CONTINUE WHEN NOT FOUND;
    UPDATE payment p
    SET state = 'unapplied'
    WHERE p.id = payment_key
      AND p.state = 'suggested'
      AND NOT EXISTS (SELECT 1 FROM payment_suggestion s WHERE s.payment_id = p.id);
    PERFORM refresh_unapplied_work_item(ctx, payment_key, 'item-settled');
  END LOOP;
END $$;
