-- A second person books a count that is worth more than one person alone may change, or rejects it.
--
-- Input:   decideStockCount in prisma/commands/stock.ts
-- Answer:  {}
-- Locks:   the books (shared), the count, stock levels by item, the work items
-- Refuses: STOCK_COUNT_NOT_FOUND, STOCK_COUNT_DECIDED; booked, PERSON_REQUIRED,
--          SECOND_PERSON_REQUIRED, STOCK_COST_NEEDED, STOCK_RESERVED
-- Key:     stockCountId and its state; deciding again is refused
CREATE OR REPLACE FUNCTION decide_stock_count(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  counted stock_count%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO counted
  FROM stock_count
  WHERE id = (input->>'stockCountId')::uuid
  FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('STOCK_COUNT_NOT_FOUND', 'There is no such count.', 'stockCountId');
  ELSIF counted.state <> 'requested' THEN
    PERFORM refuse('STOCK_COUNT_DECIDED', 'The count was decided on before.', 'stockCountId');
  END IF;
  UPDATE stock_count
  SET decided_by = ctx#>>'{actor,id}', decided_at = context_at(ctx),
    state = CASE input->>'decision' WHEN 'approved' THEN state ELSE 'rejected' END
  WHERE id = counted.id;
  IF input->>'decision' = 'approved' THEN
    PERFORM check_asker(counted.requested_by, 'stockCountId');
    PERFORM check_second_person(ctx, counted.requested_by,
      'Who counted cannot be the one who agrees to it.', 'stockCountId');
    PERFORM book_stock_count(ctx, counted, input);
  END IF;
  PERFORM end_work_item(ctx, 'stock-count', counted.id::text);
  RETURN '{}';
END $$;
