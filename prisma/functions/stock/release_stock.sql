-- Gives back what was kept for a sale whose time ran out. Input {saleId, businessDate, journal}; `journal`
-- turns what was prepaid into money owed to the customer. Does nothing when the goods have left meanwhile.
-- Answers {kind: 'released' | 'delivered'}. Refuses DELIVERY_NOT_EXPIRED.
CREATE OR REPLACE FUNCTION release_stock(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  sale_key uuid := (input->>'saleId')::uuid;
  sold sale%ROWTYPE;
  life sale_lifecycle%ROWTYPE;
  kept record;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO life FROM sale_lifecycle WHERE sale_id = sale_key FOR UPDATE;
  IF life.delivery_state = 'delivered' THEN RETURN '{"kind":"delivered"}'; END IF;
  IF life.delivery_state = 'expired' THEN RETURN '{"kind":"released"}'; END IF;
  IF life.delivery_expires_at > context_at(ctx) THEN
    PERFORM refuse('DELIVERY_NOT_EXPIRED', 'The goods are still kept for the customer.', 'saleId');
  END IF;
  SELECT * INTO sold FROM sale WHERE id = sale_key;
  FOR kept IN
    SELECT r.id, r.location_id, r.item_id, r.quantity_milli
    FROM stock_reservation r JOIN stock_level v USING (location_id, item_id)
    WHERE r.sale_id = sale_key AND r.state = 'live' ORDER BY r.location_id, r.item_id, r.id FOR UPDATE
  LOOP
    UPDATE stock_level SET reserved_milli = reserved_milli - kept.quantity_milli
    WHERE location_id = kept.location_id AND item_id = kept.item_id;
    UPDATE stock_reservation SET state = 'released', ended_at = context_at(ctx) WHERE id = kept.id;
  END LOOP;
  UPDATE sale_lifecycle SET delivery_state = 'expired' WHERE sale_id = sale_key;
  PERFORM post_journal(ctx, jsonb_build_object('legalEntityId', sold.legal_entity_id,
    'businessDate', input->>'businessDate', 'kind', 'delivery-expired', 'documentKind', 'sale', 'documentId', sale_key,
    'description', sold.number, 'currency', sold.currency), input->'journal');
  PERFORM record_event(ctx, sale_key, 'delivery-expired', jsonb_build_object('kind', 'sale', 'id', sale_key, 'number', sold.number));
  IF sold.total_amount - sold.rounding_amount > sold.on_account_amount THEN
    PERFORM open_work_item(ctx, jsonb_build_object('kind', 'refund-due', 'subjectKind', 'sale', 'subjectId', sale_key,
      'saleId', sale_key, 'storeId', sold.store_id, 'customerId', sold.customer_id,
      'amount', sold.total_amount - sold.rounding_amount - sold.on_account_amount, 'currency', sold.currency));
  END IF;
  RETURN '{"kind":"released"}';
END $$;
