-- Ends every open work item about one subject, of any kind. end_work_item ends one kind only.
--
-- Input:   the kind of the subject, as open_work_item has it in `subjectKind`, and its id as text
-- Locks:   the work items
-- Refuses: none
-- Key:     the state of the items; again nothing happens
CREATE OR REPLACE FUNCTION end_work_items_about(
  ctx jsonb, kind_of_subject text, subject text
) RETURNS void
LANGUAGE sql AS $$
  UPDATE work_item
  SET state = 'done', closed_at = context_at(ctx), closed_by = ctx#>>'{actor,id}'
  WHERE subject_kind = kind_of_subject AND subject_id = subject AND state = 'open'
$$;
