-- Holds a bank file that a person handed in when it brings in and takes back more than the limit of
-- an account: together with the other files of that person in the last 24 hours, so that no file is
-- cut into small ones. It waits for a second person (release_statement). Nothing of it is stored
-- before.
--
-- Input:   holdHandFedStatement in prisma/commands/statement.ts; `moved` is the money in and the
--   money taken back of each account, `detail` what the work item shows
-- Answer:  whether the file waits
-- Locks:   the books (shared), the bank file, the bank accounts by id, the work item
-- Refuses: none
-- Key:     statementId and its reading: the limit is looked at once
CREATE OR REPLACE FUNCTION hold_hand_fed_statement(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  file bank_statement%ROWTYPE;
  amounts jsonb;
  above boolean;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO file FROM bank_statement WHERE id = (input->>'statementId')::uuid FOR UPDATE;
  IF file.state <> 'received' OR file.source = 'feed' OR file.hand_fed_amounts IS NOT NULL THEN
    RETURN jsonb_build_object('waits', file.state = 'awaiting-release');
  END IF;
  SELECT coalesce(jsonb_object_agg(c->>'bankAccountId', c->'amount'), '{}') INTO amounts
  FROM jsonb_array_elements(input->'moved') c;
  PERFORM 1 FROM bank_account WHERE amounts ? id::text ORDER BY id FOR UPDATE;

  above := coalesce(file.release->>'decision', '') <> 'released' AND EXISTS (
    SELECT 1
    FROM bank_account a
    WHERE amounts ? a.id::text
      AND (amounts->>a.id::text)::numeric > 0
      AND (amounts->>a.id::text)::numeric + hand_fed_by_person(ctx, file.id, a.id)
        > a.hand_fed_limit_amount);
  UPDATE bank_statement
  SET hand_fed_amounts = amounts,
    state = CASE WHEN above THEN 'awaiting-release' ELSE state END
  WHERE id = file.id;
  IF above THEN
    PERFORM open_work_item(ctx, jsonb_build_object(
      'kind', 'bank-statement-awaiting-release',
      'subjectKind', 'bank-statement',
      'subjectId', file.id,
      'detail', input->'detail' || jsonb_build_object('handedInBy', coalesce(
        (SELECT u.name FROM app_user u WHERE u.id::text = file.received_by), file.received_by))));
  END IF;
  RETURN jsonb_build_object('waits', above);
END $$;
