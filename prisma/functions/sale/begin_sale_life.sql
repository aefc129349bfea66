-- Begins the life of a captured sale: where it stands, the first line of its story, and its
-- workflow, which the starter finds in the outbox. Goods that were carried out of the shop are
-- delivered already.
--
-- Input:   as capture_sale; exceptions: all that were found
CREATE OR REPLACE FUNCTION begin_sale_life(ctx jsonb, input jsonb, sold sale, exceptions jsonb)
RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  leaves_later boolean := sold.delivery = 'later';
BEGIN
  INSERT INTO sale_lifecycle (
    sale_id, store_id, customer_id, stage, since, next_step,
    delivery_state, delivery_expires_at, delivered_at)
  VALUES (
    sold.id,
    sold.store_id,
    sold.customer_id,
    'captured',
    context_at(ctx),
    CASE WHEN leaves_later THEN 'deliver' ELSE 'invoice' END,
    CASE WHEN leaves_later THEN 'pending' ELSE 'delivered' END,
    CASE WHEN leaves_later THEN (input->>'deliveryExpiresAt')::timestamptz END,
    CASE WHEN leaves_later THEN NULL ELSE context_at(ctx) END);

  PERFORM record_event(ctx, sold.id, 'captured', jsonb_build_object(
    'kind', 'sale',
    'id', sold.id,
    'number', sold.number,
    'amount', sold.total_amount,
    'currency', sold.currency,
    'detail', jsonb_build_object('exceptions', exceptions)));

  INSERT INTO workflow_start (workflow_type, workflow_id, task_queue, input, search_attributes)
  VALUES (
    'saleToCash',
    'sale:' || sold.id,
    'sales',
    jsonb_build_object('saleId', sold.id, 'storeCode', input->>'storeCode'),
    jsonb_build_object(
      'Stage', 'captured',
      'Store', input->>'storeCode',
      'SaleNumber', sold.number,
      'Customer', coalesce(input->>'customerNumber', '-'),
      'AmountBand', amount_band(sold.total_amount)));
END $$;
