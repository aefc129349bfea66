-- Takes goods back that a person has booked in by mistake, while nothing of them has moved: shelf,
-- average cost and ledger are as they were before, on the same business day.
--
-- Input:   undoStockReceipt in prisma/commands/stock.ts: the receipt, and the store that the caller
--          belongs to, or null
-- Answer:  the code of the location, and how many lines came
-- Locks:   the books (shared), the document, stock levels by item
-- Refuses: STOCK_RECEIPT_NOT_FOUND, STOCK_RECEIPT_UNDONE, STOCK_RECEIPT_NOT_OWN, STOCK_RECEIPT_OLD,
--          PERIOD_CLOSED, GOODS_MOVED
-- Key:     stockReceiptId; again it is refused
CREATE OR REPLACE FUNCTION undo_stock_receipt(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  document uuid := (input->>'stockReceiptId')::uuid;
  came stock_movement%ROWTYPE;
  moved text;
BEGIN
  PERFORM enter_context(ctx);
  PERFORM pg_advisory_xact_lock(hashtextextended('stock:' || document, 0));
  came := receipt_to_undo(ctx, input);
  PERFORM lock_goods_of(ARRAY[document]);
  SELECT item.sku INTO moved
  FROM stock_movement m
  JOIN item ON item.id = m.item_id
  WHERE m.document_id = document AND goods_moved_since(m) IS NOT NULL
  ORDER BY m.id
  LIMIT 1;
  IF moved IS NOT NULL THEN
    PERFORM refuse('GOODS_MOVED',
      format('%s was sold, counted or kept for a customer since: count the goods.', moved));
  END IF;
  PERFORM take_back_goods(ctx, ARRAY[document]);
  PERFORM reverse_journal(ctx, jsonb_build_object(
    'documentKind', came.document_kind,
    'documentId', document,
    'businessDate', came.business_date));
  RETURN (
    SELECT jsonb_build_object(
      'location', l.code,
      'lines', count(*) FILTER (WHERE m.quantity_milli > 0))
    FROM stock_movement m
    JOIN stock_location l ON l.id = m.location_id
    WHERE m.document_id = document
    GROUP BY l.code);
END $$;
