-- A period is never said to be closed before what stands in it: a command may carry a later arrival than the closing and
-- still have come first.
CREATE OR REPLACE FUNCTION close_after_the_last() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.closed_at := greatest(NEW.closed_at, (SELECT max(e.at) FROM journal_entry e
    WHERE e.legal_entity_id = NEW.legal_entity_id AND e.business_date BETWEEN NEW.starts_on AND NEW.ends_on));
  RETURN NEW;
END $$;
