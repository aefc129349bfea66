-- Puts goods on the shelf of one location and books their value.
--
-- Input:   as receive_stock; who takes them in alone, or NULL where two people agreed, or a machine
--          brings them
-- Answer:  'received', or 'known' when the document had been booked before
-- Locks:   the document, stock levels by item
-- Key:     documentId; a repetition answers 'known' and changes nothing
CREATE OR REPLACE FUNCTION book_stock_receipt(
  ctx jsonb, input jsonb, alone_by text
) RETURNS text
LANGUAGE plpgsql AS $$
DECLARE
  document uuid := (input->>'documentId')::uuid;
  location stock_location%ROWTYPE;
  entity uuid;
  cost bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('stock:' || document, 0));
  IF EXISTS (SELECT 1 FROM stock_movement WHERE document_id = document) THEN
    RETURN 'known';
  END IF;
  SELECT * INTO STRICT location FROM stock_location WHERE id = (input->>'locationId')::uuid;
  SELECT legal_entity_id INTO STRICT entity FROM store WHERE id = location.store_id;

  cost := put_on_shelf(ctx, input, alone_by);
  PERFORM post_journal(
    ctx,
    jsonb_build_object(
      'legalEntityId', entity,
      'businessDate', input->>'businessDate',
      'kind', 'stock-' || (input->>'kind'),
      'documentKind', input->>'documentKind',
      'documentId', document,
      'description', location.code,
      'currency', input->>'currency'),
    jsonb_build_array(
      jsonb_build_object(
        'account', input#>>'{accounts,inventory}',
        'amount', cost,
        'storeId', location.store_id),
      jsonb_build_object(
        'account', input#>>'{accounts,counter}',
        'amount', -cost,
        'storeId', location.store_id)));
  RETURN 'received';
END $$;
