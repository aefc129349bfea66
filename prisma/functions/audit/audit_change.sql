-- Trigger that writes what changed in a row into the audit trail: the whole row when it is new or
-- deleted, otherwise the columns that differ. Secrets, and documents that are stored in full
-- elsewhere, are left out.
--
-- Input:   arguments of the trigger: the columns of the key, whose values make the id of the row,
--          joined by '/'
CREATE OR REPLACE FUNCTION audit_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  left_out CONSTANT text[] := ARRAY[
    'content', 'csrf_token', 'password_hash', 'pin_hash', 'secret_cipher', 'secret_hash',
    'token_hash', 'webhook_secret_cipher'];
  before jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) END;
  after jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) END;
  row_key text;
BEGIN
  SELECT string_agg(coalesce(after, before)->>key_column, '/' ORDER BY position) INTO row_key
  FROM unnest(TG_ARGV) WITH ORDINALITY AS key_columns(key_column, position);

  IF TG_OP = 'UPDATE' THEN
    SELECT
      jsonb_object_agg(old_column.key, old_column.value),
      jsonb_object_agg(old_column.key, after->old_column.key)
    INTO before, after
    FROM jsonb_each(before) old_column
    WHERE old_column.value IS DISTINCT FROM after->old_column.key;
    IF before IS NULL THEN
      RETURN NULL;
    END IF;
  END IF;

  PERFORM write_audit(lower(TG_OP), TG_TABLE_NAME, row_key, before - left_out, after - left_out);
  RETURN NULL;
END $$;
