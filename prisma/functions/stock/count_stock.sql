-- Takes in a count of goods. It is booked at once while what one person alone may change of the
-- store's stock is enough for it; above that a second person decides (decide_stock_count).
--
-- Input:   countStock in prisma/commands/stock.ts; a line without `expectedMilli` expects what is
--          there now
-- Answer:  the count
-- Locks:   the books (shared), the counts of the store, stock levels by item, the work items
-- Refuses: WORK_ITEM_NOT_FOUND, WORK_ITEM_DONE, STOCK_COST_NEEDED, STOCK_RESERVED
-- Key:     none: each call is another count
CREATE OR REPLACE FUNCTION count_stock(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  counted stock_count%ROWTYPE;
  place stock_location%ROWTYPE;
  worth bigint;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO STRICT place FROM stock_location WHERE id = (input->>'locationId')::uuid;
  PERFORM pg_advisory_xact_lock(hashtextextended('stock-count:' || place.store_id, 0));
  PERFORM check_counted_work_item((input->>'workItemId')::uuid, place.store_id);
  worth := stock_count_worth(place.id, input->'lines');

  INSERT INTO stock_count (
    location_id, currency, reason, work_item_id, state, worth_amount, requested_by,
    requested_name, requested_at)
  VALUES (
    place.id, input->>'currency', input->>'reason', (input->>'workItemId')::uuid, 'requested',
    worth, ctx#>>'{actor,id}', ctx#>>'{actor,name}', context_at(ctx))
  RETURNING * INTO counted;
  PERFORM insert_stock_count_lines(counted, input->'lines');
  IF worth = 0
    OR worth <= stock_count_allowance(place.store_id, (input->>'businessDate')::date)
  THEN
    PERFORM book_stock_count(ctx, counted, input);
    RETURN jsonb_build_object('stockCountId', counted.id);
  END IF;
  PERFORM open_work_item(ctx, jsonb_build_object(
    'kind', 'stock-count',
    'subjectKind', 'stock-count',
    'subjectId', counted.id,
    'storeId', place.store_id,
    'amount', worth,
    'currency', counted.currency,
    'detail', jsonb_build_object(
      'reason', counted.reason, 'requestedBy', counted.requested_name, 'location', place.code)));
  RETURN jsonb_build_object('stockCountId', counted.id);
END $$;
