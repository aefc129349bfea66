-- Fails when the lines of a journal entry do not add up to zero or name a store of another legal
-- entity, which is a bug. Answers whether any line is not zero.
--
-- Input:   entry and lines as post_journal takes them
CREATE OR REPLACE FUNCTION check_journal_lines(entry jsonb, lines jsonb) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
DECLARE
  difference numeric;
  moving int;
BEGIN
  SELECT
    coalesce(sum((line->>'amount')::bigint), 0),
    count(*) FILTER (WHERE (line->>'amount')::bigint <> 0)
  INTO difference, moving
  FROM jsonb_array_elements(lines) line;

  IF difference <> 0 THEN
    RAISE EXCEPTION 'journal entry of % % is out of balance by %',
      entry->>'documentKind', entry->>'documentId', difference;
  END IF;
  IF moving = 0 THEN
    RETURN false;
  END IF;
  IF EXISTS (
    SELECT 1
    FROM jsonb_array_elements(lines) line
    JOIN store ON store.id = (line->>'storeId')::uuid
    WHERE store.legal_entity_id <> (entry->>'legalEntityId')::uuid
  ) THEN
    RAISE EXCEPTION 'journal entry of % % names a store of another legal entity',
      entry->>'documentKind', entry->>'documentId';
  END IF;
  RETURN true;
END $$;
