-- Gives a payment the suggestions back that an undone allocation had ended, as far as their items
-- are open again and it has the money for them, with its state and the detail of its work item.
--
-- Input:   the row of ended_by_settlement
-- Locks:   the payment, when it is free: else the matcher looks at it again
-- Refuses: none
-- Key:     the ids of the suggestions; again nothing happens
CREATE OR REPLACE FUNCTION restore_suggestions(ctx jsonb, ended ended_by_settlement) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM payment
  WHERE id = ended.subject_id AND unapplied_amount > 0 AND state <> 'reversed'
  FOR UPDATE SKIP LOCKED;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  INSERT INTO payment_suggestion
  SELECT s.*
  FROM jsonb_array_elements(ended.content->'suggestions') AS suggestion,
    jsonb_populate_record(NULL::payment_suggestion, suggestion) s
  WHERE NOT EXISTS (
    SELECT 1
    FROM jsonb_array_elements(s.items) item
    JOIN open_item o ON o.id = (item->>'openItemId')::uuid
    WHERE (item->>'amount')::bigint > o.open_amount)
    AND (SELECT sum((item->>'amount')::bigint) FROM jsonb_array_elements(s.items) item)
      <= (SELECT unapplied_amount FROM payment WHERE id = s.payment_id)
  ON CONFLICT DO NOTHING;
  UPDATE payment p
  SET state = ended.content->>'state'
  WHERE p.id = ended.subject_id
    AND p.state = 'unapplied'
    AND (ended.content->>'state' <> 'suggested' OR EXISTS (
      SELECT 1 FROM payment_suggestion s WHERE s.payment_id = p.id));
  UPDATE work_item
  SET detail = coalesce(nullif(ended.content->'work', 'null'), detail)
  WHERE kind = 'unapplied-payment' AND subject_id = ended.subject_id::text AND state = 'open';
  PERFORM refresh_unapplied_work_item(ctx, ended.subject_id, 'allocation-reversed');
END $$;
