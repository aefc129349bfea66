-- Whether one person alone may take goods into stock: within 24 hours up to the limit of the
-- company in its own currency. What two people agreed on does not count.
--
-- Answer:  null in another currency
-- Input:   the person, as the context names it; the goods, as receive_stock
-- Locks:   none: the caller holds the goods that the person takes in
CREATE OR REPLACE FUNCTION may_receive_goods(
  ctx jsonb, person text, input jsonb
) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT (
      SELECT sum((line->>'cost')::bigint)
      FROM jsonb_array_elements(input->'lines') line
    ) + (
      SELECT coalesce(sum(m.value_amount), 0)
      FROM stock_movement m
      WHERE m.received_alone_by = person
        AND m.currency = e.currency
        AND m.at >= context_at(ctx) - interval '24 hours'
    ) <= e.goods_receipt_limit_amount
  FROM stock_location l
  JOIN store s ON s.id = l.store_id
  JOIN legal_entity e ON e.id = s.legal_entity_id
  WHERE l.id = (input->>'locationId')::uuid AND e.currency = input->>'currency'
$$;
