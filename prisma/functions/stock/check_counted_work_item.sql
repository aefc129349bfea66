-- Refuses a count that names another question than one about goods of its store that were sold and
-- not there.
--
-- Input:   the work item, or null when the count answers none; the store
-- Locks:   the work item
-- Refuses: WORK_ITEM_NOT_FOUND, WORK_ITEM_DONE
CREATE OR REPLACE FUNCTION check_counted_work_item(asked uuid, store uuid) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  question work_item%ROWTYPE;
BEGIN
  IF asked IS NULL THEN
    RETURN;
  END IF;
  SELECT * INTO question
  FROM work_item
  WHERE id = asked AND kind = 'stock-short' AND store_id = store
  FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('WORK_ITEM_NOT_FOUND',
      'No question about goods that were not there has this id in this store.', 'workItem');
  ELSIF question.state <> 'open' THEN
    PERFORM refuse('WORK_ITEM_DONE', 'The work item was ended before.', 'workItem');
  END IF;
END $$;
