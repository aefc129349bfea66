-- Trigger on the items of cases: what we placed ourselves is never deleted. A case of another
-- system goes with the import that brought it in (take_back_placements).
CREATE OR REPLACE FUNCTION keep_own_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM placement WHERE id = OLD.placement_id AND settled_before_amount IS NULL)
  THEN
    RAISE EXCEPTION '% is immutable: corrections are new documents', TG_TABLE_NAME;
  END IF;
  RETURN OLD;
END $$;
