-- Trigger on keys and codes that have ended: they live no more, and what they were stays.
CREATE OR REPLACE FUNCTION keep_ended() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '% has ended: make another one', TG_TABLE_NAME;
END $$;
