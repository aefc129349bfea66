-- The reference that a customer types into a transfer: the series in four digits, the number in
-- eight, and a check digit (damm_digit). A number that is too long is a bug and fails: shortened,
-- it would be the valid reference of another invoice.
--
-- Input:   series: two digits of the year and two of the legal entity; number: of the invoice in
--          its series
CREATE OR REPLACE FUNCTION payment_reference(series text, number bigint) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  digits text := series || lpad(number::text, 8, '0');
BEGIN
  IF number NOT BETWEEN 1 AND 99999999 THEN
    RAISE EXCEPTION 'a reference number has up to 8 digits: %', number;
  END IF;
  RETURN digits || damm_digit(digits);
END $$;
