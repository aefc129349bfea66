-- Puts words of letters in force for a segment, level, language and channel, or takes them away, so
-- that the words of the product are sent again.
--
-- Input:   wanted: {segment, level, language, channel, subject?, opening?, closing?}; without words
--          they are taken away
-- Locks:   the words
CREATE OR REPLACE FUNCTION apply_letter_text(wanted jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM letter_text t
  WHERE t.segment IS NOT DISTINCT FROM wanted->>'segment'
    AND t.level = (wanted->>'level')::int
    AND t.language = wanted->>'language'
    AND t.channel = wanted->>'channel';
  IF wanted ? 'opening' THEN
    INSERT INTO letter_text (segment, level, language, channel, subject, opening, closing)
    VALUES (
      wanted->>'segment', (wanted->>'level')::int, wanted->>'language', wanted->>'channel',
      wanted->>'subject', wanted->>'opening', wanted->>'closing');
  END IF;
END $$;
