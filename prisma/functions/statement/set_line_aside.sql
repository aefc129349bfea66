-- Sets aside a bank line that is no payment of a customer (a fee, a transfer out, an unclear
-- reversal) and opens a work item.
--
-- Input:   setLineAside in prisma/commands/statement.ts; `workItem` is the kind of work item
-- Answer:  kind 'booked' with the outcome of the line, or 'known' when it had its outcome before
-- Locks:   the books (shared), the bank line, the work item
-- Refuses: none
-- Key:     lineId; a line that is not new any more stays as it is
CREATE OR REPLACE FUNCTION set_line_aside(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  line bank_statement_line%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  UPDATE bank_statement_line
  SET outcome = input->>'outcome', outcome_detail = input->'outcomeDetail'
  WHERE id = (input->>'lineId')::uuid AND outcome = 'new'
  RETURNING * INTO line;
  IF NOT FOUND THEN
    RETURN '{"kind":"known"}';
  END IF;
  PERFORM open_work_item(ctx, jsonb_build_object(
    'kind', input->>'workItem',
    'subjectKind', 'bank-line',
    'subjectId', line.id,
    'amount', line.amount,
    'currency', line.currency,
    'detail', jsonb_build_object(
      'bookingDate', line.booking_date,
      'text', line.remittance_text,
      'statementId', line.statement_id,
      'finding', input->'outcomeDetail')));
  RETURN jsonb_build_object('kind', 'booked', 'outcome', line.outcome);
END $$;
