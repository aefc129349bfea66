-- The check digit of a row of digits by Damm (2004): it finds every single wrong digit and every
-- swap of two neighbours. This makes the digits of our numbers; `hasValidDammDigit` in
-- domain/invoice/damm.ts judges those that a bank sends, and a test holds both equal.
CREATE OR REPLACE FUNCTION damm_digit(digits text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  table_rows CONSTANT text[] := ARRAY[
    '0317598642', '7092154863', '4206871359', '1750983426', '6123045978',
    '3674209581', '5869720134', '8945362017', '9438617205', '2581436790'];
  interim int := 0;
BEGIN
  FOR place IN 1..length(digits) LOOP
    interim := substr(table_rows[interim + 1], substr(digits, place, 1)::int + 1, 1)::int;
  END LOOP;
  RETURN interim::text;
END $$;
