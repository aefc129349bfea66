-- Opens a work item about lines of a bank file that may repeat a known booking: their number, and
-- both lines of the first ten. Ends an earlier one when there are none.
--
-- Locks:   the caller holds the bank file; the work item
-- Refuses: none
-- Key:     the bank file: one work item each
CREATE OR REPLACE FUNCTION report_unclear_repeats(ctx jsonb, statement_key uuid) RETURNS int
LANGUAGE plpgsql AS $$
DECLARE
  waiting int;
  pairs jsonb;
BEGIN
  SELECT count(*), coalesce(jsonb_agg(jsonb_build_object(
      'position', unclear.position,
      'line', bank_line_in_short(unclear.id),
      'mayRepeat', bank_line_in_short(unclear.repeats_line_id)) ORDER BY unclear.position)
    FILTER (WHERE unclear.place_in_list <= 10), '[]')
  INTO waiting, pairs
  FROM (
    SELECT l.id, l.position, l.repeats_line_id,
      row_number() OVER (ORDER BY l.position) AS place_in_list
    FROM bank_statement_line l
    WHERE l.statement_id = statement_key AND l.outcome = 'repeat-unclear'
  ) unclear;
  IF waiting = 0 THEN
    PERFORM end_work_item(ctx, 'bank-lines-repeat-unclear', statement_key::text);
  ELSE
    PERFORM open_work_item(ctx, jsonb_build_object(
      'kind', 'bank-lines-repeat-unclear',
      'subjectKind', 'bank-statement',
      'subjectId', statement_key,
      'detail', jsonb_build_object('waiting', waiting, 'lines', pairs)));
  END IF;
  RETURN waiting;
END $$;
