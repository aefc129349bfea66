-- Trigger that gives a new price version the number of its transaction, or the next one for a
-- second version of the same transaction. A version that brings its number, as sample data do,
-- keeps it, and the sequence goes on from there. `withdrawn_in` 0 becomes the number of the
-- transaction.
CREATE OR REPLACE FUNCTION number_price_version() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.withdrawn_in = 0 THEN
    SELECT number INTO NEW.withdrawn_in FROM catalogue_sequence;
  END IF;
  IF NEW.version = 0 THEN
    UPDATE catalogue_sequence s
    SET number = s.number
      + (EXISTS (SELECT 1 FROM catalogue_version v WHERE v.version = s.number))::integer
    RETURNING s.number INTO NEW.version;
  ELSE
    UPDATE catalogue_sequence SET number = NEW.version WHERE number < NEW.version;
  END IF;
  RETURN NEW;
END $$;
