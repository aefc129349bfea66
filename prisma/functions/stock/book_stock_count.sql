-- Books a count: its differences change the stock, and their value goes between inventory and
-- shrinkage. The question that it answers ends.
--
-- Input:   the count; {businessDate, accounts: {inventory, shrinkage}}
-- Locks:   stock levels by item, the work item
-- Refuses: STOCK_COST_NEEDED, STOCK_RESERVED
CREATE OR REPLACE FUNCTION book_stock_count(ctx jsonb, counted stock_count, input jsonb)
RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  place stock_location%ROWTYPE;
  line stock_count_line%ROWTYPE;
  value bigint := 0;
BEGIN
  SELECT * INTO STRICT place FROM stock_location WHERE id = counted.location_id;
  FOR line IN
    SELECT * FROM stock_count_line WHERE stock_count_id = counted.id ORDER BY item_id
  LOOP
    value := value + adjust_stock(ctx, counted, line, (input->>'businessDate')::date);
  END LOOP;
  PERFORM post_journal(
    ctx,
    jsonb_build_object(
      'legalEntityId', (SELECT legal_entity_id FROM store WHERE id = place.store_id),
      'businessDate', input->>'businessDate',
      'kind', 'stock-count',
      'documentKind', 'stock-count',
      'documentId', counted.id,
      'description', place.code || ': ' || counted.reason,
      'currency', counted.currency),
    jsonb_build_array(
      jsonb_build_object(
        'account', input#>>'{accounts,inventory}', 'amount', value, 'storeId', place.store_id),
      jsonb_build_object(
        'account', input#>>'{accounts,shrinkage}', 'amount', -value, 'storeId', place.store_id)));
  UPDATE stock_count
  SET state = 'booked', booked_on = (input->>'businessDate')::date
  WHERE id = counted.id;
  UPDATE work_item
  SET state = 'done', closed_at = context_at(ctx), closed_by = ctx#>>'{actor,id}',
    resolution = counted.reason
  WHERE id = counted.work_item_id AND state = 'open';
END $$;
