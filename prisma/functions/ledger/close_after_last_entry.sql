-- Trigger on a period that is being closed: its closing time is never before its last entry. A
-- command with a later business time than the closing may have posted first.
CREATE OR REPLACE FUNCTION close_after_last_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  NEW.closed_at := greatest(NEW.closed_at, (
    SELECT max(entry.at)
    FROM journal_entry entry
    WHERE entry.legal_entity_id = NEW.legal_entity_id
      AND entry.business_date BETWEEN NEW.starts_on AND NEW.ends_on));
  RETURN NEW;
END $$;
