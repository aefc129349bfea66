-- Handles a line that sells more than is available: refused online, an exception for a sale that
-- has happened already.
--
-- Input:   mode: 'online' or 'completed'; line: {lineNumber, sku, unit, quantityMilli};
--          there_milli: what can be taken
-- Answer:  the exception, {kind, detail}
-- Refuses: STOCK_SHORT, online only
CREATE OR REPLACE FUNCTION stock_shortage(mode text, line jsonb, there_milli bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
  there text := quantity_text(there_milli);
BEGIN
  IF mode = 'online' THEN
    PERFORM refuse(
      'STOCK_SHORT',
      format('Only %s %s of %s are available.', there, line->>'unit', line->>'sku'),
      format('lines[%s].quantity', (line->>'lineNumber')::int - 1));
  END IF;
  RETURN jsonb_build_object(
    'kind', 'stock-short',
    'detail', format('%s: %s %s sold, %s there',
      line->>'sku', quantity_text((line->>'quantityMilli')::bigint), line->>'unit', there));
END $$;
