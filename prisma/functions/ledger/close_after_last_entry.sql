-- Trigger on a period that is being closed: its time of closing is never before the last entry that
-- stands in it. A command may carry a later time than the closing and still have posted before it.
CREATE OR REPLACE FUNCTION close_after_last_entry() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.closed_at := greatest(NEW.closed_at, (
    SELECT max(entry.at)
    FROM journal_entry entry
    WHERE entry.legal_entity_id = NEW.legal_entity_id
      AND entry.business_date BETWEEN NEW.starts_on AND NEW.ends_on));
  RETURN NEW;
END $$;
