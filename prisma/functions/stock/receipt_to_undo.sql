-- The first movement of a receipt that a person may take back alone: the own one of the last 24
-- hours. Later, or where two people agreed, the goods are counted.
--
-- Input:   undoStockReceipt in prisma/commands/stock.ts
-- Locks:   none; the caller holds the document
-- Refuses: STOCK_RECEIPT_NOT_FOUND, STOCK_RECEIPT_UNDONE, STOCK_RECEIPT_NOT_OWN, STOCK_RECEIPT_OLD,
--          PERIOD_CLOSED
CREATE OR REPLACE FUNCTION receipt_to_undo(ctx jsonb, input jsonb) RETURNS stock_movement
LANGUAGE plpgsql STABLE AS $$
DECLARE
  document uuid := (input->>'stockReceiptId')::uuid;
  came stock_movement%ROWTYPE;
BEGIN
  SELECT m.* INTO came
  FROM stock_movement m
  JOIN stock_location l ON l.id = m.location_id
  WHERE m.document_id = document
    AND m.document_kind IN ('opening', 'goods-receipt')
    AND (input->>'storeId' IS NULL OR l.store_id = (input->>'storeId')::uuid)
  ORDER BY m.id
  LIMIT 1;
  IF came IS NULL THEN
    PERFORM refuse('STOCK_RECEIPT_NOT_FOUND', 'There is no such receipt of goods.');
  ELSIF EXISTS (
    SELECT 1 FROM stock_movement WHERE document_id = document AND quantity_milli < 0) THEN
    PERFORM refuse('STOCK_RECEIPT_UNDONE', 'The goods were taken back before.');
  ELSIF came.received_alone_by IS DISTINCT FROM ctx#>>'{actor,id}'
      OR EXISTS (SELECT 1 FROM import_row WHERE subject_id = document::text) THEN
    PERFORM refuse('STOCK_RECEIPT_NOT_OWN',
      'Who took goods in alone takes them back; a file by undoing its import; else count them.');
  ELSIF came.at < context_at(ctx) - interval '24 hours' THEN
    PERFORM refuse('STOCK_RECEIPT_OLD', 'They came more than 24 hours ago: count the goods.');
  ELSIF booked_in_closed_period(came.document_kind, document) IS NOT NULL THEN
    PERFORM refuse('PERIOD_CLOSED', format('The books of %s are closed.', came.business_date));
  END IF;
  RETURN came;
END $$;
