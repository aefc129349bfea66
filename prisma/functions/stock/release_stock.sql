-- Releases the goods kept for a sale whose delivery time ran out. What the customer has paid is
-- owed back, and a person is asked to see to it.
--
-- Input:   releaseStock in prisma/commands/stock.ts; `journal` (domain/ledger/post-sale.ts) turns
--          what was prepaid into money owed to the customer
-- Answer:  kind 'released', also when it had been before; 'delivered' when the goods have left
--          meanwhile, which changes nothing
-- Locks:   the books (shared), the life of the sale, counts of promotions, reservations and stock
--          levels by item
-- Refuses: DELIVERY_NOT_EXPIRED while the goods are still kept for the customer
-- Key:     saleId and the delivery state of its life; a repetition answers 'released'
CREATE OR REPLACE FUNCTION release_stock(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  sale_key uuid := (input->>'saleId')::uuid;
  life sale_lifecycle%ROWTYPE;
  sold sale%ROWTYPE;
  prepaid bigint;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO life FROM sale_lifecycle WHERE sale_id = sale_key FOR UPDATE;
  IF life.delivery_state = 'delivered' THEN
    RETURN '{"kind":"delivered"}';
  END IF;
  IF life.delivery_state = 'expired' THEN
    RETURN '{"kind":"released"}';
  END IF;
  IF life.delivery_expires_at > context_at(ctx) THEN
    PERFORM refuse(
      'DELIVERY_NOT_EXPIRED', 'The goods are still kept for the customer.', 'saleId');
  END IF;

  SELECT * INTO sold FROM sale WHERE id = sale_key;
  PERFORM give_back_promotions(ctx, sale_key);
  PERFORM release_reserved_goods(ctx, sale_key);
  UPDATE sale_lifecycle SET delivery_state = 'expired' WHERE sale_id = sale_key;
  PERFORM post_journal(
    ctx, sale_entry(sold, 'delivery-expired', (input->>'businessDate')::date), input->'journal');
  PERFORM record_event(ctx, sale_key, 'delivery-expired', jsonb_build_object(
    'kind', 'sale', 'id', sale_key, 'number', sold.number));

  prepaid := sold.total_amount - sold.rounding_amount - sold.on_account_amount;
  IF prepaid > 0 THEN
    PERFORM open_work_item(ctx, jsonb_build_object(
      'kind', 'refund-due',
      'subjectKind', 'sale',
      'subjectId', sale_key,
      'saleId', sale_key,
      'storeId', sold.store_id,
      'customerId', sold.customer_id,
      'amount', prepaid,
      'currency', sold.currency));
  END IF;
  RETURN '{"kind":"released"}';
END $$;
