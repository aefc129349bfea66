-- Begins the next reading of a bank file that was refused or given up. Of concurrent calls exactly
-- one begins it. The latest twenty earlier refusals stay with the file; the audit trail has all of
-- them.
--
-- Input:   readStatementAgain in prisma/commands/statement.ts; `bankAccountId` is the account that
--   is expected in the file now
-- Answer:  the number of the reading, null when there is nothing to begin
-- Locks:   the books (shared), the bank file, its work item
-- Refuses: none
-- Key:     the state of the file; again there is nothing to begin until it is refused once more
CREATE OR REPLACE FUNCTION read_statement_again(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  next_reading int;
BEGIN
  PERFORM enter_context(ctx);
  UPDATE bank_statement b
  SET state = CASE b.state WHEN 'refused' THEN 'received' ELSE 'read' END,
    reading = b.reading + 1,
    bank_account_id = CASE b.state
      WHEN 'refused' THEN (input->>'bankAccountId')::uuid
      ELSE b.bank_account_id
    END,
    received_at = context_at(ctx),
    received_by = ctx#>>'{actor,id}',
    earlier_refusals = (
      CASE
        WHEN jsonb_array_length(b.earlier_refusals) < 20 THEN b.earlier_refusals
        ELSE b.earlier_refusals - 0
      END) || jsonb_build_object(
        'code', b.refusal_code,
        'detail', b.refusal_detail,
        'place', b.refusal_place,
        'receivedAt', b.received_at,
        'receivedBy', b.received_by),
    refusal_code = NULL,
    refusal_detail = NULL,
    refusal_place = NULL
  WHERE b.id = (input->>'statementId')::uuid
    AND b.state IN ('refused', 'given-up')
  RETURNING b.reading INTO next_reading;
  IF FOUND THEN
    PERFORM end_work_item(ctx, 'bank-statement-refused', input->>'statementId');
    PERFORM end_work_item(ctx, 'bank-statement-given-up', input->>'statementId');
  END IF;
  RETURN jsonb_build_object('reading', next_reading);
END $$;
