-- Closes a period that is over. Input {periodId, today}. Answers {closedAt}. Refuses: PERIOD_NOT_FOUND, PERIOD_CLOSED_BEFORE,
-- PERIOD_NOT_OVER, BOOKS_BUSY.
CREATE OR REPLACE FUNCTION close_period(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE known accounting_period%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO known FROM accounting_period WHERE id = (input->>'periodId')::uuid;
  IF NOT FOUND THEN PERFORM refuse('PERIOD_NOT_FOUND', 'There is no such period.', 'periodId'); END IF;
  IF known.ends_on >= (input->>'today')::date THEN
    PERFORM refuse('PERIOD_NOT_OVER', format('The period ends on %s.', known.ends_on), 'periodId');
  END IF;
  UPDATE accounting_period SET state = 'closed', closed_at = context_at(ctx), closed_by = ctx#>>'{actor,id}'
  WHERE id = known.id AND state = 'open' RETURNING * INTO known;
  IF NOT FOUND THEN PERFORM refuse('PERIOD_CLOSED_BEFORE', 'The period was closed before.', 'periodId'); END IF;
  RETURN jsonb_build_object('closedAt', known.closed_at);
END $$;
