-- Every line of the file has its outcome. Lines that were booked on another day than the bank says are put before a
-- person, once for the file. Input {statementId}.
CREATE OR REPLACE FUNCTION conclude_statement(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE concluded boolean;
BEGIN
  PERFORM enter_context(ctx);
  UPDATE bank_statement s SET state = 'booked', booked_at = context_at(ctx)
  WHERE s.id = (input->>'statementId')::uuid AND s.state = 'read'
    AND NOT EXISTS (SELECT 1 FROM bank_statement_line l WHERE l.statement_id = s.id AND l.outcome = 'new');
  concluded := FOUND;
  PERFORM open_work_item(ctx, jsonb_build_object('kind', 'bank-lines-of-other-days', 'subjectKind', 'bank-statement',
      'subjectId', input->>'statementId', 'detail', jsonb_build_object('daysToCome', x.to_come, 'booksClosed', x.closed,
        'places', to_jsonb(x.places[1:10]))))
  FROM (SELECT count(*) FILTER (WHERE l.outcome_detail#>>'{otherDay,why}' = 'day-to-come') AS to_come,
      count(*) FILTER (WHERE l.outcome_detail#>>'{otherDay,why}' = 'books-closed') AS closed,
      array_agg(l.place ORDER BY l.position) AS places
    FROM bank_statement_line l WHERE l.statement_id = (input->>'statementId')::uuid AND l.outcome_detail ? 'otherDay') x
  WHERE concluded AND x.to_come + x.closed > 0;
  RETURN jsonb_build_object('concluded', concluded);
END $$;
