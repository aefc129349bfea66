-- A second person releases a bank file that waits, or rejects it. Released, it is read again from
-- its beginning and booked; rejected, nothing of it is booked until it is handed in again, and then
-- it waits again.
--
-- Input:   releaseStatement in prisma/commands/statement.ts
-- Answer:  the number of the reading that begins, null when the file was rejected
-- Locks:   the books (shared), the bank file, the work item
-- Refuses: STATEMENT_NOT_FOUND, STATEMENT_NOT_WAITING, PERSON_REQUIRED, SECOND_PERSON_REQUIRED
-- Key:     the state of the file; a second decision is refused
CREATE OR REPLACE FUNCTION release_statement(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  file bank_statement%ROWTYPE;
  person text;
  released boolean := input->>'decision' = 'released';
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO file FROM bank_statement WHERE id = (input->>'statementId')::uuid FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('STATEMENT_NOT_FOUND', 'There is no such bank statement.', 'statementId');
  ELSIF file.state <> 'awaiting-release' THEN
    PERFORM refuse('STATEMENT_NOT_WAITING', 'The file waits for nobody.', 'statementId');
  END IF;
  FOREACH person IN ARRAY file.hand_fed_by LOOP
    PERFORM check_second_person(ctx, person,
      'Who handed in a bank file cannot be the one who decides on it.', 'statementId');
  END LOOP;
  UPDATE bank_statement
  SET state = CASE WHEN released THEN 'received' ELSE 'refused' END,
    reading = reading + released::int,
    hand_fed_amounts = NULL,
    release = jsonb_build_object('decision', input->>'decision', 'by', ctx#>>'{actor,id}',
      'at', context_at(ctx), 'reason', input->>'reason'),
    refusal_code = CASE WHEN NOT released THEN 'STATEMENT_REJECTED' END,
    refusal_detail = CASE WHEN NOT released THEN input->>'reason' END
  WHERE id = file.id;
  PERFORM end_work_item(ctx, 'bank-statement-awaiting-release', file.id::text);
  RETURN jsonb_build_object('reading', CASE WHEN released THEN file.reading + 1 END);
END $$;
