-- Begins the next reading of a bank file that was refused or given up, or that waits for a second
-- person and is now fed by a machine's key. Of concurrent calls exactly one begins it. The latest
-- twenty earlier refusals stay with the file; the audit trail has all of them.
--
-- Input:   readStatementAgain in prisma/commands/statement.ts; `bankAccountId` is the account that
--   is expected in the file now, `source` how the bytes came now: what was once fed stays so
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
  SET state = CASE b.state WHEN 'given-up' THEN 'read' ELSE 'received' END,
    reading = b.reading + 1,
    bank_account_id = CASE b.state
      WHEN 'given-up' THEN b.bank_account_id
      ELSE (input->>'bankAccountId')::uuid
    END,
    source = CASE input->>'source' WHEN 'feed' THEN 'feed' ELSE b.source END,
    hand_fed_by = hand_fed_also_by(b, ctx, input->>'source'),
    hand_fed_amounts = CASE b.state WHEN 'given-up' THEN b.hand_fed_amounts END,
    release = CASE b.state WHEN 'given-up' THEN b.release END,
    received_at = context_at(ctx),
    received_by = ctx#>>'{actor,id}',
    earlier_refusals = CASE
      WHEN b.refusal_code IS NULL THEN b.earlier_refusals
      ELSE refusals_with_last(b)
    END,
    refusal_code = NULL,
    refusal_detail = NULL,
    refusal_place = NULL
  WHERE b.id = (input->>'statementId')::uuid
    AND (b.state IN ('refused', 'given-up')
      OR (b.state = 'awaiting-release' AND input->>'source' = 'feed'))
  RETURNING b.reading INTO next_reading;
  IF FOUND THEN
    PERFORM end_work_item(ctx, 'bank-statement-' || ended.state, input->>'statementId')
    FROM unnest(ARRAY['refused', 'given-up', 'awaiting-release']) ended (state);
  END IF;
  RETURN jsonb_build_object('reading', next_reading);
END $$;
