-- Brings back what an allocation had ended, and those undone with it in one command, once its
-- invoice is open again: suggestions, disputes, and requests that wait for a second person, with
-- their work items. What a person has made anew or decided since stays as it is.
--
-- Input:   the allocation
-- Locks:   the caller holds the open item, the placement and the receivable; payments with
--   suggestions, disputes, requests, work items
-- Refuses: none
-- Key:     the states of what it brings back; again nothing happens
CREATE OR REPLACE FUNCTION restore_ended(ctx jsonb, allocation_row allocation) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  ended ended_by_settlement%ROWTYPE;
  is_back boolean;
BEGIN
  FOR ended IN
    SELECT e.*
    FROM ended_by_settlement e
    JOIN allocation a ON a.id = e.allocation_id
    JOIN open_item o ON o.id = a.open_item_id
    WHERE a.reversed_at = context_at(ctx)
      AND o.invoice_id = (SELECT invoice_id FROM open_item WHERE id = allocation_row.open_item_id)
    ORDER BY e.kind, e.subject_id
  LOOP
    IF ended.kind = 'payment' THEN
      PERFORM restore_suggestions(ctx, ended);
      CONTINUE;
    END IF;
    is_back := CASE ended.kind
      WHEN 'dispute' THEN restore_dispute(ctx, ended.subject_id)
      ELSE restore_request(ended.kind, ended.subject_id)
    END;
    IF is_back THEN
      UPDATE work_item
      SET state = 'open', closed_at = NULL, closed_by = NULL
      WHERE kind = ended.kind AND subject_id = ended.subject_id::text AND state = 'done';
    END IF;
  END LOOP;
END $$;
