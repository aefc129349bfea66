-- The answer that a sandbox terminal got to a sale with this id, to be repeated. NULL when there is
-- none, or none any more.
--
-- Input:   hash: SHA-256 of the content that is captured now
-- Answer:  as capture_sale; kind is 'replayed' when the content is the same and 'conflict' when it
--          is another
CREATE OR REPLACE FUNCTION stored_sandbox_sale(sale_key uuid, hash bytea) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT kept.answer || jsonb_build_object(
    'kind', CASE WHEN kept.content_hash = hash THEN 'replayed' ELSE 'conflict' END)
  FROM sandbox_sale kept
  WHERE kept.id = sale_key
$$;
