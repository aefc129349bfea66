-- A bank file that was refused is read again when it is handed in again: what was in its way (an account that the books
-- did not know, a format that could not be read) may have been mended. Its bytes stay the key, its id stays, and
-- what was said about it before is kept.

ALTER TABLE bank_statement
  ADD COLUMN reading INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN earlier_refusals JSONB NOT NULL DEFAULT '[]',
  ADD CONSTRAINT bank_statement_reading CHECK (reading >= 1);

-- Begins the next reading of a refused file; exactly one of those who ask at once does. Input {statementId,
-- bankAccountId?}: the account that is expected in it now. Answers {reading}, null when there is nothing to begin. Of the
-- earlier refusals the latest twenty are shown; the audit trail has all of them.
CREATE FUNCTION read_statement_again(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE next_reading int;
BEGIN
  PERFORM enter_context(ctx);
  UPDATE bank_statement b SET state = 'received', reading = b.reading + 1, bank_account_id = (input->>'bankAccountId')::uuid,
    received_at = context_at(ctx), received_by = ctx#>>'{actor,id}',
    earlier_refusals = (CASE WHEN jsonb_array_length(b.earlier_refusals) < 20 THEN b.earlier_refusals ELSE b.earlier_refusals - 0 END)
      || jsonb_build_object('code', b.refusal_code, 'detail', b.refusal_detail, 'place', b.refusal_place,
        'receivedAt', b.received_at, 'receivedBy', b.received_by),
    refusal_code = NULL, refusal_detail = NULL, refusal_place = NULL
  WHERE b.id = (input->>'statementId')::uuid AND b.state = 'refused' RETURNING b.reading INTO next_reading;
  IF FOUND THEN PERFORM end_work_item(ctx, 'bank-statement-refused', input->>'statementId'); END IF;
  RETURN jsonb_build_object('reading', next_reading);
END $$;

REVOKE EXECUTE ON FUNCTION read_statement_again(jsonb, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION read_statement_again(jsonb, jsonb) TO lunas_app;
