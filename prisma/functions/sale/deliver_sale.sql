-- Goods that were kept for a customer leave the shop. Input {saleId, journal, accounts}; `journal` is the
-- revenue side from domain/ledger. Answers {kind: 'delivered' | 'already-delivered'}.
-- Refuses: SALE_NOT_FOUND, DELIVERY_EXPIRED.
CREATE OR REPLACE FUNCTION deliver_sale(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  sale_key uuid := (input->>'saleId')::uuid;
  sold sale%ROWTYPE;
  life sale_lifecycle%ROWTYPE;
  kept record;
  cost bigint;
  total_cost bigint := 0;
  day date := (input->>'businessDate')::date;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO life FROM sale_lifecycle WHERE sale_id = sale_key FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('SALE_NOT_FOUND', 'There is no such sale.', 'saleId'); END IF;
  IF life.delivery_state = 'delivered' THEN RETURN '{"kind":"already-delivered"}'; END IF;
  IF life.delivery_state = 'expired' OR life.delivery_expires_at <= context_at(ctx) THEN
    PERFORM refuse('DELIVERY_EXPIRED', 'The goods were kept until their time ran out.', 'saleId');
  END IF;
  SELECT * INTO sold FROM sale WHERE id = sale_key;
  FOR kept IN
    SELECT r.id, r.sale_line_id, r.location_id, r.item_id, r.quantity_milli, v.on_hand_milli, v.value_amount
    FROM stock_reservation r JOIN stock_level v USING (location_id, item_id)
    WHERE r.sale_id = sale_key AND r.state = 'live' ORDER BY r.location_id, r.item_id, r.id FOR UPDATE
  LOOP
    SELECT round(v.value_amount::numeric * kept.quantity_milli / v.on_hand_milli) INTO cost
    FROM stock_level v WHERE v.location_id = kept.location_id AND v.item_id = kept.item_id;
    UPDATE stock_level SET on_hand_milli = on_hand_milli - kept.quantity_milli,
      reserved_milli = reserved_milli - kept.quantity_milli, value_amount = value_amount - cost
    WHERE location_id = kept.location_id AND item_id = kept.item_id;
    UPDATE stock_reservation SET state = 'issued', ended_at = context_at(ctx) WHERE id = kept.id;
    INSERT INTO stock_movement (location_id, item_id, kind, quantity_milli, value_amount, currency,
      document_kind, document_id, line_id, business_date, at)
    VALUES (kept.location_id, kept.item_id, 'issue', -kept.quantity_milli, -cost, sold.currency,
      'sale', sale_key, kept.sale_line_id, day, context_at(ctx));
    total_cost := total_cost + cost;
  END LOOP;
  UPDATE sale_lifecycle SET delivery_state = 'delivered', delivered_at = context_at(ctx) WHERE sale_id = sale_key;
  PERFORM post_journal(ctx, jsonb_build_object('legalEntityId', sold.legal_entity_id, 'businessDate', day,
      'kind', 'delivery', 'documentKind', 'sale', 'documentId', sale_key, 'description', sold.number, 'currency', sold.currency),
    (input->'journal') || jsonb_build_array(
      jsonb_build_object('account', input#>>'{accounts,costOfGoodsSold}', 'amount', total_cost, 'storeId', sold.store_id),
      jsonb_build_object('account', input#>>'{accounts,inventory}', 'amount', -total_cost, 'storeId', sold.store_id)));
  PERFORM record_event(ctx, sale_key, 'delivered', jsonb_build_object('kind', 'sale', 'id', sale_key, 'number', sold.number));
  PERFORM poke('sale:' || sale_key, 'delivered');
  RETURN '{"kind":"delivered"}';
END $$;
