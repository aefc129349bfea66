-- Gives a bank file up that failed again and again: it could not be read, and is refused, or it was
-- read and its lines cannot be booked to the end. The reason stands with the file, and a person is
-- told, who goes on with it when the cause is mended (read_statement_again).
--
-- Input:   giveUpStatement in prisma/commands/statement.ts
-- Answer:  the state of the file
-- Locks:   the books (shared), the bank file, the work item
-- Refuses: none
-- Key:     the state of the file; one that ended stays as it is
CREATE OR REPLACE FUNCTION give_up_statement(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  file bank_statement%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  UPDATE bank_statement
  SET state = CASE state WHEN 'received' THEN 'refused' ELSE 'given-up' END,
    refusal_code = 'STATEMENT_GIVEN_UP',
    refusal_detail = input->>'reason'
  WHERE id = (input->>'statementId')::uuid AND state IN ('received', 'read')
  RETURNING * INTO file;
  IF NOT FOUND THEN
    SELECT * INTO file FROM bank_statement WHERE id = (input->>'statementId')::uuid;
    RETURN jsonb_build_object('state', file.state);
  END IF;
  PERFORM open_work_item(ctx, jsonb_build_object(
    'kind', 'bank-statement-' || file.state,
    'subjectKind', 'bank-statement',
    'subjectId', file.id,
    'detail', jsonb_build_object('code', file.refusal_code, 'detail', file.refusal_detail)));
  RETURN jsonb_build_object('state', file.state);
END $$;
