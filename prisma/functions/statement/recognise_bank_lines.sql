-- Books how stored lines of a bank file were recognised: as new money, as a known booking, or as
-- unclear, for a person.
--
-- Input:   recogniseBankLines in prisma/commands/statement.ts; `repeatsLineId` is the first line
--          about the booking
-- Answer:  how many lines were told
-- Locks:   the books (shared), the lines; the caller holds their bank account, so that two files
--   with the same line cannot both find it new
-- Refuses: none
-- Key:     the outcome of the line; one that was told before stays as it is, but until its file is
--   read a new one may still be found in a batch
CREATE OR REPLACE FUNCTION recognise_bank_lines(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  statement_key uuid := (input->>'statementId')::uuid;
  accepted uuid[];
  known int;
BEGIN
  PERFORM enter_context(ctx);
  UPDATE bank_statement_line l
  SET outcome = k.outcome, repeats_line_id = k."repeatsLineId",
    outcome_detail = jsonb_strip_nulls(jsonb_build_object('by', k.by, 'bookings', k.bookings))
  FROM jsonb_to_recordset(input->'known') AS k(
    "lineId" uuid, outcome text, "repeatsLineId" uuid, by text, bookings jsonb)
  WHERE l.id = k."lineId" AND l.statement_id = statement_key
    AND (l.outcome = 'stored' OR l.outcome = 'new' AND EXISTS (
      SELECT 1 FROM bank_statement s WHERE s.id = statement_key AND s.state = 'received'));
  GET DIAGNOSTICS known = ROW_COUNT;

  SELECT coalesce(array_agg(l.id), '{}') INTO accepted
  FROM bank_statement_line l
  WHERE l.id IN (SELECT key::uuid FROM jsonb_array_elements_text(input->'new') key)
    AND l.statement_id = statement_key
    AND l.outcome = 'stored';
  PERFORM accept_bank_lines(accepted);
  RETURN jsonb_build_object('told', known + cardinality(accepted));
END $$;
