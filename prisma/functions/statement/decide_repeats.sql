-- A person decides unclear lines of a bank file: they repeat known bookings, or they are new money.
-- New money is matched by the next reading of the file.
--
-- Input:   decideRepeats in prisma/commands/statement.ts; without `positions` all that wait
-- Answer:  how many were decided, how many still wait, the number of the reading that is to match
--   the new money, null when there is none
-- Locks:   the books (shared), the bank file, its bank accounts by id, its lines, the work item
-- Refuses: STATEMENT_NOT_FOUND, STATEMENT_NOT_READ, BANK_LINE_DECIDED
-- Key:     the outcome of the lines; a second decision on one is refused
CREATE OR REPLACE FUNCTION decide_repeats(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  file bank_statement%ROWTYPE;
  lines uuid[];
  next_reading jsonb;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO file FROM bank_statement WHERE id = (input->>'statementId')::uuid FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('STATEMENT_NOT_FOUND', 'There is no such bank statement.', 'statementId');
  ELSIF file.state NOT IN ('read', 'booked', 'given-up') THEN
    PERFORM refuse('STATEMENT_NOT_READ', 'The file has not been read to its end.', 'statementId');
  END IF;
  PERFORM 1 FROM bank_account
  WHERE id IN (SELECT bank_account_id FROM bank_statement_part WHERE statement_id = file.id)
  ORDER BY id
  FOR UPDATE;

  SELECT coalesce(array_agg(l.id), '{}') INTO lines
  FROM bank_statement_line l
  WHERE l.statement_id = file.id
    AND l.outcome = 'repeat-unclear'
    AND (input->'positions' IS NULL OR input->'positions' @> to_jsonb(l.position));
  IF cardinality(lines) < coalesce(jsonb_array_length(input->'positions'), 1) THEN
    PERFORM refuse('BANK_LINE_DECIDED', 'Nobody is asked about such a line.', 'positions');
  END IF;
  UPDATE bank_statement_line
  SET outcome = 'duplicate',
    outcome_detail = outcome_detail || jsonb_build_object('decided', input->>'decision',
      'decidedBy', ctx#>>'{actor,id}', 'decidedAt', context_at(ctx))
  WHERE id = ANY (lines);
  IF input->>'decision' = 'new' THEN
    PERFORM accept_bank_lines(lines);
    next_reading := read_statement_again(
      ctx, jsonb_build_object('statementId', file.id))->'reading';
    IF next_reading = 'null' THEN
      UPDATE bank_statement SET state = 'read', reading = reading + 1
      WHERE id = file.id
      RETURNING to_jsonb(reading) INTO next_reading;
    END IF;
  END IF;
  RETURN jsonb_build_object('decided', cardinality(lines), 'reading', next_reading,
    'waiting', report_unclear_repeats(ctx, file.id));
END $$;
