-- Issues the goods of an identified line from the shelf of its till, as many as are there; what is
-- not there becomes an exception of the sale. Goods that are not kept in stock cost nothing.
--
-- Input:   the identification; {stocked, locationId, businessDate, sku, unit}
-- Answer:  what the goods that left had cost
-- Locks:   the stock level, the work item
CREATE OR REPLACE FUNCTION issue_identified_goods(
  ctx jsonb, identified sale_line_identification, input jsonb
) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  line sale_line%ROWTYPE;
  level stock_level%ROWTYPE;
  taken bigint;
  cost bigint := 0;
BEGIN
  IF NOT (input->>'stocked')::boolean THEN
    RETURN 0;
  END IF;
  SELECT * INTO STRICT line FROM sale_line WHERE id = identified.sale_line_id;
  SELECT * INTO level
  FROM stock_level
  WHERE location_id = (input->>'locationId')::uuid AND item_id = identified.item_id
  FOR UPDATE;
  taken := least(line.quantity_milli, coalesce(level.on_hand_milli - level.reserved_milli, 0));
  IF taken < line.quantity_milli THEN
    PERFORM add_stock_exception(ctx, line.sale_id, jsonb_build_object(
      'kind', 'stock-short',
      'detail', format('%s: %s %s sold, %s there',
        input->>'sku', quantity_text(line.quantity_milli), input->>'unit', quantity_text(taken))));
  END IF;
  IF taken > 0 THEN
    cost := issue_goods(ctx, level, taken, jsonb_build_object(
      'documentKind', 'line-identification',
      'documentId', identified.id,
      'lineId', line.id,
      'businessDate', input->'businessDate',
      'currency', line.currency));
  END IF;
  UPDATE sale_line_identification
  SET issued_milli = greatest(taken, 0), cost_amount = cost
  WHERE id = identified.id;
  RETURN cost;
END $$;
