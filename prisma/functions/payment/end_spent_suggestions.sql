-- A suggestion that asks more of an item than is left of it ends. A payment that nothing is suggested for any more is
-- unapplied, and its work item says so. The caller holds the items, and payments are locked before items: what another
-- command holds at this moment is not waited for, and looked at again when the receivable ends.
CREATE OR REPLACE FUNCTION end_spent_suggestions(ctx jsonb, item_keys uuid[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE offered uuid;
BEGIN
  FOR offered IN
    SELECT p.id FROM payment p WHERE p.id IN (
      SELECT s.payment_id FROM open_item o
      JOIN payment_suggestion s ON s.items @> jsonb_build_array(jsonb_build_object('openItemId', o.id))
      WHERE o.id = ANY (item_keys))
    ORDER BY p.id FOR UPDATE SKIP LOCKED
  LOOP
    DELETE FROM payment_suggestion s WHERE s.payment_id = offered AND EXISTS (
      SELECT 1 FROM jsonb_array_elements(s.items) i JOIN open_item o ON o.id = (i->>'openItemId')::uuid
      WHERE (i->>'amount')::bigint > o.open_amount);
    CONTINUE WHEN NOT FOUND;
    UPDATE payment p SET state = 'unapplied' WHERE p.id = offered AND p.state = 'suggested'
      AND NOT EXISTS (SELECT 1 FROM payment_suggestion s WHERE s.payment_id = p.id);
    PERFORM refresh_unapplied(ctx, offered, 'item-settled');
  END LOOP;
END $$;
