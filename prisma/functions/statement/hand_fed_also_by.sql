-- The persons who handed in a bank file, with the one who hands in a refused one again. Those who
-- only go on with a file add nothing to it, and neither does a feed.
--
-- Refuses: none
CREATE OR REPLACE FUNCTION hand_fed_also_by(
  file bank_statement, ctx jsonb, source_now text
) RETURNS text[]
LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN file.state <> 'refused' OR file.source = 'feed' OR source_now = 'feed'
      OR file.hand_fed_by @> ARRAY[ctx#>>'{actor,id}'] THEN file.hand_fed_by
    ELSE file.hand_fed_by || (ctx#>>'{actor,id}')
  END
$$;
