-- Trigger at the end of a transaction that wrote a sale: a sandbox terminal sells nothing real.
CREATE OR REPLACE FUNCTION forbid_sandbox_sale() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM terminal WHERE id = NEW.terminal_id AND sandbox) THEN
    RAISE EXCEPTION 'sale % of a sandbox terminal does not enter the books', NEW.id;
  END IF;
  RETURN NULL;
END $$;
