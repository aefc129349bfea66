-- Ends the open work item of this kind about this subject, if there is one.
--
-- Input:   subject: id of what the item is about, as text
CREATE OR REPLACE FUNCTION end_work_item(ctx jsonb, item_kind text, subject text) RETURNS void
LANGUAGE sql AS $$
  UPDATE work_item
  SET state = 'done', closed_at = context_at(ctx), closed_by = ctx#>>'{actor,id}'
  WHERE kind = item_kind AND subject_id = subject AND state = 'open'
$$;
