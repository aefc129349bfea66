-- Ends a bank file when every line has its outcome. Lines booked on another day than the bank's
-- open one work item for the whole file.
--
-- Input:   concludeStatement in prisma/commands/statement.ts
-- Answer:  whether the file ended now: false when lines wait for their outcome, or when it had
--   ended
-- Locks:   the books (shared), the bank file, the work item
-- Refuses: none
-- Key:     the state of the file; again nothing happens
CREATE OR REPLACE FUNCTION conclude_statement(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  concluded boolean;
BEGIN
  PERFORM enter_context(ctx);
  UPDATE bank_statement s
  SET state = 'booked', booked_at = context_at(ctx)
  WHERE s.id = (input->>'statementId')::uuid
    AND s.state = 'read'
    AND NOT EXISTS (
      SELECT 1 FROM bank_statement_line l WHERE l.statement_id = s.id AND l.outcome = 'new');
  concluded := FOUND;
  IF concluded THEN
    PERFORM report_lines_of_other_days(ctx, (input->>'statementId')::uuid);
  END IF;
  RETURN jsonb_build_object('concluded', concluded);
END $$;
