-- Trigger before a statement that changes what a till needs: gives the transaction its number in
-- the sequence of changes, once. The row of the sequence stays locked until the transaction ends,
-- so that numbers become visible in their order and without a hole (ADR 15).
CREATE OR REPLACE FUNCTION take_catalogue_number() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  own CONSTANT bigint := pg_current_xact_id()::text::bigint;
BEGIN
  UPDATE catalogue_sequence
  SET number = number + 1, transaction_number = own
  WHERE transaction_number <> own;
  RETURN NULL;
END $$;
