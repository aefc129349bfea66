-- Opens a work item about lines of a bank file that were booked on another day than the bank's: how
-- many had a future day, how many a closed day, and the positions of the first ten. Does nothing
-- when there are none.
--
-- Locks:   the caller holds the bank file; the work item
-- Refuses: none
-- Key:     the bank file: one work item each
CREATE OR REPLACE FUNCTION report_lines_of_other_days(ctx jsonb, statement_key uuid) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM open_work_item(ctx, jsonb_build_object(
    'kind', 'bank-lines-of-other-days',
    'subjectKind', 'bank-statement',
    'subjectId', statement_key,
    'detail', jsonb_build_object(
      'daysToCome', other_days.to_come,
      'booksClosed', other_days.closed,
      'places', to_jsonb(other_days.places[1:10]))))
  FROM (
    SELECT count(*) FILTER (WHERE l.outcome_detail#>>'{otherDay,why}' = 'day-to-come') AS to_come,
      count(*) FILTER (WHERE l.outcome_detail#>>'{otherDay,why}' = 'books-closed') AS closed,
      array_agg(l.place ORDER BY l.position) AS places
    FROM bank_statement_line l
    WHERE l.statement_id = statement_key AND l.outcome_detail ? 'otherDay'
  ) other_days
  WHERE other_days.to_come + other_days.closed > 0;
END $$;
