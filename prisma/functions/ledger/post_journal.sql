-- Posts one balanced entry into the journal and answers its id. Answers NULL, and posts nothing,
-- when all lines are zero or when the document has an entry of this kind already.
--
-- SECURITY DEFINER: the processes have no other way to write into the journal.
--
-- Input:   entry: {legalEntityId, businessDate, kind, documentKind, documentId, description,
--          currency}; lines: [{account, amount, storeId?, customerId?}], each amount signed, debit
--          positive; lines of zero are left out. entry_day says which day it is booked on
-- Refuses: none; an entry that does not balance, or that names a store of another legal entity, is
--          a bug and fails
-- Key:     (documentKind, documentId, kind), a unique index
CREATE OR REPLACE FUNCTION post_journal(ctx jsonb, entry jsonb, lines jsonb) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  new_entry_id uuid := uuid_v7();
  entity uuid := (entry->>'legalEntityId')::uuid;
BEGIN
  IF NOT check_journal_lines(entry, lines) THEN
    RETURN NULL;
  END IF;

  -- The transaction gets its number before the entry gets its position: audit_horizon counts on
  -- that.
  PERFORM pg_current_xact_id();
  INSERT INTO journal_entry (
    id, legal_entity_id, business_date, kind, document_kind, document_id, description, at)
  VALUES (
    new_entry_id,
    entity,
    entry_day(entity, (entry->>'businessDate')::date, context_at(ctx)),
    entry->>'kind',
    entry->>'documentKind',
    (entry->>'documentId')::uuid,
    entry->>'description',
    context_at(ctx))
  ON CONFLICT (document_kind, document_id, kind) DO NOTHING;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;

  INSERT INTO journal_line (
    entry_id, line_number, account_code, store_id, customer_id, amount, currency)
  SELECT
    new_entry_id,
    position,
    line->>'account',
    (line->>'storeId')::uuid,
    (line->>'customerId')::uuid,
    (line->>'amount')::bigint,
    entry->>'currency'
  FROM jsonb_array_elements(lines) WITH ORDINALITY AS numbered(line, position)
  WHERE (line->>'amount')::bigint <> 0;
  RETURN new_entry_id;
END $$;
