-- Whether a price that was brought in holds already, in one word; NULL while it is planned, or was
-- withdrawn.
--
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION price_in_use(price_key uuid) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT 'in-force'
  FROM price p
  JOIN catalogue_version v ON v.version = p.version
  WHERE p.id = price_key
    AND v.withdrawn_in IS NULL
    AND v.effective_from <= context_at(current_setting('lunas.context')::jsonb)
$$;
