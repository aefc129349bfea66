-- The next number of a customer that nobody gave a number: `C-0123`. Numbers may have gaps. When
-- people have used numbers of this form themselves, it goes on after the highest of them.
--
-- SECURITY DEFINER: only the owner moves the sequence.
--
-- Answer:  a number that no customer has; a transaction beside this one may still take it first
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION next_customer_number() RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  serial bigint := nextval('customer_number');
  wanted text := 'C-' || lpad(serial::text, greatest(4, length(serial::text)), '0');
BEGIN
  IF NOT EXISTS (SELECT 1 FROM customer WHERE number = wanted) THEN
    RETURN wanted;
  END IF;
  SELECT setval('customer_number', greatest(serial, max(substr(number, 3)::bigint)) + 1)
  INTO serial
  FROM customer
  WHERE number ~ '^C-[0-9]{1,15}$';
  RETURN 'C-' || lpad(serial::text, greatest(4, length(serial::text)), '0');
END $$;
