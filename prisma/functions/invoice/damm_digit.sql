-- Check digit by Damm (2004): finds every single wrong digit and every swap of neighbours.
-- The same as domain/invoice; a test holds them equal.
CREATE OR REPLACE FUNCTION damm_digit(digits text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT AS $$
DECLARE
  table_rows constant text[] := ARRAY['0317598642', '7092154863', '4206871359', '1750983426', '6123045978',
    '3674209581', '5869720134', '8945362017', '9438617205', '2581436790'];
  interim int := 0;
  i int;
BEGIN
  FOR i IN 1..length(digits) LOOP
    interim := substr(table_rows[interim + 1], substr(digits, i, 1)::int + 1, 1)::int;
  END LOOP;
  RETURN interim::text;
END $$;
