-- Trigger that gives the terms of a price list or a promotion the number of the change that decided
-- them.
CREATE OR REPLACE FUNCTION number_catalogue_term() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT number INTO NEW.version FROM catalogue_sequence;
  RETURN NEW;
END $$;
