-- Writes what changed: the whole row when it is new, afterwards only the columns that differ.
-- The trigger's argument names the key column(s), joined by '/'.
CREATE OR REPLACE FUNCTION audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  old_row jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) END;
  new_row jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) END;
  key text;
BEGIN
  SELECT string_agg(coalesce(new_row, old_row)->>k, '/' ORDER BY n) INTO key
  FROM unnest(TG_ARGV) WITH ORDINALITY AS keys(k, n);
  IF TG_OP = 'UPDATE' THEN
    SELECT jsonb_object_agg(o.key, o.value), jsonb_object_agg(o.key, new_row->o.key) INTO old_row, new_row
    FROM jsonb_each(old_row) o WHERE o.value IS DISTINCT FROM new_row->o.key;
    IF old_row IS NULL THEN RETURN NULL; END IF;
  END IF;
  PERFORM write_audit(lower(TG_OP), TG_TABLE_NAME, key,
    old_row - ARRAY['content', 'password_hash', 'secret_hash', 'webhook_secret_cipher'],
    new_row - ARRAY['content', 'password_hash', 'secret_hash', 'webhook_secret_cipher']);
  RETURN NULL;
END $$;
