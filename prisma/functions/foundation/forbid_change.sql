-- Trigger on the tables of documents and bookings: their rows are never changed or deleted. A
-- correction is a new document.
CREATE OR REPLACE FUNCTION forbid_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '% is immutable: corrections are new documents', TG_TABLE_NAME;
END $$;
