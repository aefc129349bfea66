-- Takes goods from the shelf, one item at a time in item order (so that two tills never wait for each
-- other in a circle). Never below what is there: online refuses (STOCK_SHORT); a sale that has already
-- happened takes what there is and the rest becomes an exception.
-- Returns {cost, exceptions}; movements are written here, reservations for goods that leave later too.
CREATE OR REPLACE FUNCTION take_stock(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  sale uuid := (input->>'saleId')::uuid;
  place uuid := (input->>'locationId')::uuid;
  later boolean := input->>'delivery' = 'later';
  line record;
  before stock_level%ROWTYPE;
  taken bigint;
  cost bigint;
  total_cost bigint := 0;
  exceptions jsonb := '[]';
BEGIN
  FOR line IN
    SELECT (l->>'itemId')::uuid AS item, (l->>'lineId')::uuid AS id, (l->>'lineNumber')::int AS number,
      (l->>'quantityMilli')::bigint AS quantity, l->>'sku' AS sku, l->>'unit' AS unit
    FROM jsonb_array_elements(input->'lines') l WHERE (l->>'stocked')::boolean
    ORDER BY (l->>'itemId')::uuid, (l->>'lineNumber')::int
  LOOP
    SELECT * INTO before FROM stock_level WHERE location_id = place AND item_id = line.item FOR UPDATE;
    taken := least(line.quantity, coalesce(before.on_hand_milli - before.reserved_milli, 0));
    IF taken < line.quantity THEN
      IF input->>'mode' = 'online' THEN
        PERFORM refuse('STOCK_SHORT', format('Only %s %s of %s are available.', quantity_text(taken), line.unit, line.sku),
          format('lines[%s].quantity', line.number - 1));
      END IF;
      exceptions := exceptions || jsonb_build_object('kind', 'stock-short', 'detail',
        format('%s: %s %s sold, %s there', line.sku, quantity_text(line.quantity), line.unit, quantity_text(taken)));
    END IF;
    CONTINUE WHEN taken <= 0;
    IF later THEN
      UPDATE stock_level SET reserved_milli = reserved_milli + taken WHERE location_id = place AND item_id = line.item;
      INSERT INTO stock_reservation (sale_id, sale_line_id, location_id, item_id, quantity_milli, state, created_at, expires_at)
      VALUES (sale, line.id, place, line.item, taken, 'live', context_at(ctx), (input->>'deliveryExpiresAt')::timestamptz);
    ELSE
      cost := round(before.value_amount::numeric * taken / before.on_hand_milli);
      UPDATE stock_level SET on_hand_milli = on_hand_milli - taken, value_amount = value_amount - cost
      WHERE location_id = place AND item_id = line.item;
      INSERT INTO stock_movement (location_id, item_id, kind, quantity_milli, value_amount, currency,
        document_kind, document_id, line_id, business_date, at)
      VALUES (place, line.item, 'issue', -taken, -cost, input->>'currency', 'sale', sale, line.id,
        (input->>'businessDate')::date, context_at(ctx));
      total_cost := total_cost + cost;
    END IF;
  END LOOP;
  RETURN jsonb_build_object('cost', total_cost, 'exceptions', exceptions);
END $$;
