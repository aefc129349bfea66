-- Tells that goods of a sale were not there: opens the question, or adds to one that is open.
--
-- Input:   the sale; exception: {kind: 'stock-short', detail}
-- Locks:   the work item
CREATE OR REPLACE FUNCTION add_stock_exception(ctx jsonb, sale_key uuid, exception jsonb)
RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  sold sale%ROWTYPE;
BEGIN
  UPDATE work_item
  SET detail = detail || jsonb_build_object(
    'detail', concat_ws('; ', detail->>'detail', exception->>'detail'))
  WHERE kind = 'stock-short' AND subject_id = sale_key::text AND state = 'open';
  IF NOT FOUND THEN
    SELECT * INTO STRICT sold FROM sale WHERE id = sale_key;
    PERFORM report_sale_exceptions(ctx, sold, jsonb_build_array(exception));
  END IF;
END $$;
