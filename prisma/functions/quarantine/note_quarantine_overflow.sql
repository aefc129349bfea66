-- Notes that a sender has filled its part of the quarantine: of what came beyond it only the last
-- contents stay, and one work item counts all of them.
--
-- Input:   noteQuarantineOverflow in prisma/commands/quarantine.ts
-- Locks:   the sender in the quarantine, the work item
-- Refuses: none
-- Key:     senderId: one work item for each sender; each call counts
CREATE OR REPLACE FUNCTION note_quarantine_overflow(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  sender text := input->>'senderId';
  seen bigint;
BEGIN
  PERFORM enter_context(ctx);
  PERFORM pg_advisory_xact_lock(hashtextextended('quarantine:' || sender, 0));

  DELETE FROM quarantine WHERE id IN (
    SELECT newest.id
    FROM (
      SELECT
        id,
        row_number() OVER recent AS place,
        sum(octet_length(content)) OVER recent AS bytes
      FROM quarantine
      WHERE actor_id = sender AND resolved_at IS NULL AND overflow
      WINDOW recent AS (ORDER BY received_at DESC, id DESC)) newest
    WHERE place > (input->>'rowsMax')::bigint OR bytes > (input->>'bytesMax')::bigint);

  SELECT (detail->>'refused')::bigint INTO seen
  FROM work_item
  WHERE kind = 'quarantine-overflow' AND subject_id = sender AND state = 'open'
  FOR UPDATE;
  seen := coalesce(seen, 0) + (input->>'refused')::bigint;
  PERFORM open_work_item(ctx, jsonb_build_object(
    'kind', 'quarantine-overflow',
    'subjectKind', 'sender',
    'subjectId', sender,
    'storeId', input->>'storeId'));
  UPDATE work_item
  SET detail = jsonb_build_object('sender', input->>'senderName', 'refused', seen)
  WHERE kind = 'quarantine-overflow' AND subject_id = sender;
  RETURN '{}';
END $$;
