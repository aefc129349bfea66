-- Series of four digits, the number in eight, the check digit: what a customer types into a transfer. A number that
-- does not fit is a fault: shortened, it would be somebody else's valid reference.
CREATE OR REPLACE FUNCTION payment_reference(series text, number bigint) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE digits text := series || lpad(number::text, 8, '0');
BEGIN
  IF number NOT BETWEEN 1 AND 99999999 THEN RAISE EXCEPTION 'a reference number has up to 8 digits: %', number; END IF;
  RETURN digits || damm_digit(digits);
END $$;
