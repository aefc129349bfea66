-- Ends the open sessions of a person, but for the one to keep. Answers those that ended.
CREATE OR REPLACE FUNCTION end_sessions(person uuid, moment timestamptz, kept uuid DEFAULT NULL)
RETURNS jsonb
LANGUAGE sql AS $$
  WITH ended AS (
    UPDATE session
    SET ended_at = moment
    WHERE user_id = person AND ended_at IS NULL AND id IS DISTINCT FROM kept
    RETURNING id, token_hash)
  SELECT coalesce(
    jsonb_agg(jsonb_build_object('id', id, 'tokenHash', encode(token_hash, 'hex')) ORDER BY id),
    '[]')
  FROM ended;
$$;
