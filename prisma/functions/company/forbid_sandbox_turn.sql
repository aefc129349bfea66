-- Trigger before a change of what a terminal is for: a sandbox never becomes real, nor the reverse.
CREATE OR REPLACE FUNCTION forbid_sandbox_turn() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'terminal % stays what it was made for', OLD.code;
END $$;
