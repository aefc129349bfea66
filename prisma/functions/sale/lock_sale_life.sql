-- Locks and answers the life of a sale, for a command that changes it.
--
-- Locks:   the life of the sale
-- Refuses: SALE_NOT_FOUND
CREATE OR REPLACE FUNCTION lock_sale_life(sale_key uuid) RETURNS sale_lifecycle
LANGUAGE plpgsql AS $$
DECLARE
  life sale_lifecycle%ROWTYPE;
BEGIN
  SELECT * INTO life FROM sale_lifecycle WHERE sale_id = sale_key FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('SALE_NOT_FOUND', 'There is no such sale.', 'saleId');
  END IF;
  RETURN life;
END $$;
