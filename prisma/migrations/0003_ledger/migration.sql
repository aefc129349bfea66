-- Double entry. Entries are posted in the transaction of the fact they book and never change.

-- The day on which something may still be booked: `wished`, or the first day after the closed periods around it.
CREATE FUNCTION posting_day(entity uuid, wished date) RETURNS date LANGUAGE plpgsql STABLE AS $$
DECLARE
  closed_until date;
  day date := wished;
BEGIN
  LOOP
    SELECT ends_on INTO closed_until FROM accounting_period
    WHERE legal_entity_id = entity AND state = 'closed' AND day BETWEEN starts_on AND ends_on;
    EXIT WHEN NOT FOUND;
    day := closed_until + 1;
  END LOOP;
  RETURN day;
END $$;

-- Posts one balanced entry. `entry`: {legalEntityId, businessDate, kind, documentKind, documentId,
-- description, currency}; `lines`: [{account, amount, storeId?, customerId?}], amount signed, debit
-- positive; zero lines are left out. The same (documentKind, documentId, kind) is posted once.
-- SECURITY DEFINER: the processes cannot write the journal in any other way.
CREATE FUNCTION post_journal(ctx jsonb, entry jsonb, lines jsonb) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  entry_id uuid := uuid_v7();
  difference numeric;
  moved int;
BEGIN
  SELECT coalesce(sum((l->>'amount')::bigint), 0), count(*) FILTER (WHERE (l->>'amount')::bigint <> 0)
  INTO difference, moved FROM jsonb_array_elements(lines) l;
  IF difference <> 0 THEN
    RAISE EXCEPTION 'journal entry of % % is out of balance by %', entry->>'documentKind', entry->>'documentId', difference;
  END IF;
  IF moved = 0 THEN RETURN NULL; END IF;

  INSERT INTO journal_entry (id, legal_entity_id, business_date, kind, document_kind, document_id, description, at)
  VALUES (entry_id, (entry->>'legalEntityId')::uuid,
    posting_day((entry->>'legalEntityId')::uuid, (entry->>'businessDate')::date),
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

-- Takes the next number of a series. Gapless: the row stays locked until the transaction ends, so it is
-- the last lock a command takes. SECURITY DEFINER: nothing else may move a series.
CREATE FUNCTION take_number(entity uuid, series_kind text, day date, OUT series_id uuid, OUT number bigint, OUT prefix text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE number_series s SET last_number = s.last_number + 1
  WHERE s.legal_entity_id = entity AND s.kind = series_kind AND s.year = extract(year FROM day)::int
  RETURNING s.id, s.last_number, s.prefix INTO series_id, number, prefix;
  IF NOT FOUND THEN
    INSERT INTO number_series AS s (legal_entity_id, kind, year, prefix, last_number)
    SELECT entity, series_kind, extract(year FROM day)::int,
      CASE series_kind WHEN 'invoice' THEN 'INV/' ELSE 'CN/' END || e.code || '/' || extract(year FROM day)::int, 1
    FROM legal_entity e WHERE e.id = entity
    ON CONFLICT (legal_entity_id, kind, year) DO UPDATE SET last_number = s.last_number + 1
    RETURNING s.id, s.last_number, s.prefix INTO series_id, number, prefix;
  END IF;
END $$;
