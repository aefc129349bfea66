-- Puts goods on the shelf of one location and books their value.
--
-- Input:   receiveStock in prisma/commands/stock.ts; `kind` is 'opening' or 'receipt'; the `cost`
--          of a line is the value of all its goods, which moves the average cost; the account
--          `counter` is what they came from, opening balances or goods received and not yet
--          invoiced
-- Answer:  kind 'received', or 'known' when the document had been booked before
-- Locks:   the books (shared), the document, stock levels by item
-- Refuses: none
-- Key:     documentId; a repetition answers 'known' and changes nothing
CREATE OR REPLACE FUNCTION receive_stock(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  document uuid := (input->>'documentId')::uuid;
  location stock_location%ROWTYPE;
  entity uuid;
  cost bigint;
BEGIN
  PERFORM enter_context(ctx);
  PERFORM pg_advisory_xact_lock(hashtextextended('stock:' || document, 0));
  IF EXISTS (SELECT 1 FROM stock_movement WHERE document_id = document) THEN
    RETURN '{"kind":"known"}';
  END IF;
  SELECT * INTO STRICT location FROM stock_location WHERE id = (input->>'locationId')::uuid;
  SELECT legal_entity_id INTO STRICT entity FROM store WHERE id = location.store_id;

  cost := put_on_shelf(ctx, input);
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
  RETURN '{"kind":"received"}';
END $$;
