-- Trigger on invoices and their lines: what we issued ourselves is never deleted. What another
-- system issued goes with the import that brought it in (take_back_receivables).
CREATE OR REPLACE FUNCTION keep_own_invoice() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  invoice_key uuid := coalesce(to_jsonb(OLD)->>'invoice_id', to_jsonb(OLD)->>'id')::uuid;
BEGIN
  IF EXISTS (SELECT 1 FROM invoice WHERE id = invoice_key AND sale_id IS NOT NULL) THEN
    RAISE EXCEPTION '% is immutable: corrections are new documents', TG_TABLE_NAME;
  END IF;
  RETURN OLD;
END $$;
