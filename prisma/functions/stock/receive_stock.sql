-- Puts goods on the shelves of one location. Input {documentId, documentKind, kind: 'opening' | 'receipt',
-- locationId, businessDate, currency, lines: [{itemId, quantityMilli, cost}], accounts: {inventory, counter}};
-- `cost` is the value of the whole line, which moves the average. `counter` is what the goods came from: opening
-- balances, or goods received and not yet invoiced. Levels are locked in item order, as capture does.
-- The same document again changes nothing. Answers {kind: 'received' | 'known'}.
CREATE OR REPLACE FUNCTION receive_stock(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  document uuid := (input->>'documentId')::uuid;
  place stock_location%ROWTYPE;
  entity uuid;
  total_cost bigint;
BEGIN
  PERFORM enter_context(ctx);
  PERFORM pg_advisory_xact_lock(hashtextextended('stock:' || document, 0));
  IF EXISTS (SELECT 1 FROM stock_movement WHERE document_id = document) THEN RETURN '{"kind":"known"}'; END IF;
  SELECT * INTO STRICT place FROM stock_location WHERE id = (input->>'locationId')::uuid;
  SELECT legal_entity_id INTO STRICT entity FROM store WHERE id = place.store_id;

  INSERT INTO stock_level AS level (location_id, item_id, on_hand_milli, value_amount, currency)
  SELECT place.id, (l->>'itemId')::uuid, (l->>'quantityMilli')::bigint, (l->>'cost')::bigint, input->>'currency'
  FROM jsonb_array_elements(input->'lines') l ORDER BY (l->>'itemId')::uuid
  ON CONFLICT (location_id, item_id) DO UPDATE SET
    on_hand_milli = level.on_hand_milli + excluded.on_hand_milli,
    value_amount = level.value_amount + excluded.value_amount;
  INSERT INTO stock_movement (location_id, item_id, kind, quantity_milli, value_amount, currency,
    document_kind, document_id, business_date, at)
  SELECT place.id, (l->>'itemId')::uuid, input->>'kind', (l->>'quantityMilli')::bigint, (l->>'cost')::bigint,
    input->>'currency', input->>'documentKind', document, (input->>'businessDate')::date, context_at(ctx)
  FROM jsonb_array_elements(input->'lines') l;

  SELECT sum((l->>'cost')::bigint) INTO total_cost FROM jsonb_array_elements(input->'lines') l;
  PERFORM post_journal(ctx, jsonb_build_object('legalEntityId', entity, 'businessDate', input->>'businessDate',
      'kind', 'stock-' || (input->>'kind'), 'documentKind', input->>'documentKind', 'documentId', document,
      'description', place.code, 'currency', input->>'currency'),
    jsonb_build_array(
      jsonb_build_object('account', input#>>'{accounts,inventory}', 'amount', total_cost, 'storeId', place.store_id),
      jsonb_build_object('account', input#>>'{accounts,counter}', 'amount', -total_cost, 'storeId', place.store_id)));
  RETURN '{"kind":"received"}';
END $$;
