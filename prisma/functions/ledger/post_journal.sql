-- Posts one balanced entry. `entry`: {legalEntityId, businessDate, kind, documentKind, documentId,
-- description, currency}; `lines`: [{account, amount, storeId?, customerId?}], amount signed, debit
-- positive; zero lines are left out. The same (documentKind, documentId, kind) is posted once. A day that
-- has not come is booked on the latest one that has, a day of closed books on the first open one.
-- SECURITY DEFINER: the processes cannot write the journal in any other way.
CREATE OR REPLACE FUNCTION post_journal(ctx jsonb, entry jsonb, lines jsonb) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  entry_id uuid := uuid_v7();
  day date := (entry->>'businessDate')::date;
  difference numeric;
  moved int;
BEGIN
  SELECT coalesce(sum((l->>'amount')::bigint), 0), count(*) FILTER (WHERE (l->>'amount')::bigint <> 0)
  INTO difference, moved FROM jsonb_array_elements(lines) l;
  IF difference <> 0 THEN
    RAISE EXCEPTION 'journal entry of % % is out of balance by %', entry->>'documentKind', entry->>'documentId', difference;
  END IF;
  IF moved = 0 THEN RETURN NULL; END IF;
  IF EXISTS (SELECT 1 FROM jsonb_array_elements(lines) l JOIN store s ON s.id = (l->>'storeId')::uuid
      WHERE s.legal_entity_id <> (entry->>'legalEntityId')::uuid) THEN
    RAISE EXCEPTION 'journal entry of % % names a store of another legal entity', entry->>'documentKind', entry->>'documentId';
  END IF;
  -- Only a day ahead of the entity's own needs a look at its stores.
  IF day > (SELECT (context_at(ctx) AT TIME ZONE time_zone)::date FROM legal_entity WHERE id = (entry->>'legalEntityId')::uuid) THEN
    day := least(day, latest_day((entry->>'legalEntityId')::uuid, context_at(ctx)));
  END IF;

  INSERT INTO journal_entry (id, legal_entity_id, business_date, kind, document_kind, document_id, description, at)
  VALUES (entry_id, (entry->>'legalEntityId')::uuid, posting_day((entry->>'legalEntityId')::uuid, day),
    entry->>'kind', entry->>'documentKind', (entry->>'documentId')::uuid, entry->>'description', context_at(ctx))
  ON CONFLICT (document_kind, document_id, kind) DO NOTHING;
  IF NOT FOUND THEN RETURN NULL; END IF;

  INSERT INTO journal_line (entry_id, line_number, account_code, store_id, customer_id, amount, currency)
  SELECT entry_id, n, l->>'account', (l->>'storeId')::uuid, (l->>'customerId')::uuid,
    (l->>'amount')::bigint, entry->>'currency'
  FROM jsonb_array_elements(lines) WITH ORDINALITY AS x(l, n)
  WHERE (l->>'amount')::bigint <> 0;
  RETURN entry_id;
END $$;
