-- Begins the life of a captured sale: its lifecycle, its first event, and the outbox row for its
-- workflow. Goods that were carried out of the shop count as delivered.
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
      'AmountBand', amount_band(sold.total_amount)));
END $$;
