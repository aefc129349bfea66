-- Refuses a bank file: nothing of it is booked, its bytes are kept, and a person is told why.
--
-- Input:   refuseStatement in prisma/commands/statement.ts
-- Answer:  whether the file was refused now: false when it had been read or refused before
-- Locks:   the books (shared), the bank file, the work item
-- Refuses: none
-- Key:     the state of the file; again nothing happens
CREATE OR REPLACE FUNCTION refuse_statement(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM enter_context(ctx);
  UPDATE bank_statement
  SET state = 'refused',
    refusal_code = input->>'code',
    refusal_detail = input->>'detail',
    refusal_place = input->>'place'
  WHERE id = (input->>'statementId')::uuid AND state = 'received';
  IF NOT FOUND THEN
    RETURN '{"refused":false}';
  END IF;
  PERFORM open_work_item(ctx, jsonb_build_object(
    'kind', 'bank-statement-refused',
    'subjectKind', 'bank-statement',
    'subjectId', input->>'statementId',
    'detail', input - 'statementId'));
  RETURN '{"refused":true}';
END $$;
