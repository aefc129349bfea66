-- Trigger that asks for another look at unapplied money when an open item is new or its open amount
-- has changed.
CREATE OR REPLACE FUNCTION request_match() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO match_request (invoice_id, amounts)
  VALUES (
    NEW.invoice_id,
    CASE TG_OP
      WHEN 'INSERT' THEN ARRAY[NEW.open_amount]
      ELSE ARRAY[OLD.open_amount, NEW.open_amount]
    END);
  RETURN NULL;
END $$;
