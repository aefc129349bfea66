-- Raises the stock levels of one location by the lines of a document, writes a movement for each,
-- and answers the total cost.
--
-- Input:   as book_stock_receipt
-- Locks:   stock levels by item
CREATE OR REPLACE FUNCTION put_on_shelf(
  ctx jsonb, input jsonb, alone_by text
) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  location uuid := (input->>'locationId')::uuid;
  unit char(3) := input->>'currency';
BEGIN
  INSERT INTO stock_level AS level (
    location_id, item_id, on_hand_milli, value_amount, currency)
  SELECT
    location,
    (line->>'itemId')::uuid,
    (line->>'quantityMilli')::bigint,
    (line->>'cost')::bigint,
    unit
  FROM jsonb_array_elements(input->'lines') line
  ORDER BY (line->>'itemId')::uuid
  ON CONFLICT (location_id, item_id) DO UPDATE
  SET on_hand_milli = level.on_hand_milli + excluded.on_hand_milli,
    value_amount = level.value_amount + excluded.value_amount;

  INSERT INTO stock_movement (
    location_id, item_id, kind, quantity_milli, value_amount, currency,
    document_kind, document_id, business_date, at, received_alone_by)
  SELECT
    location,
    (line->>'itemId')::uuid,
    input->>'kind',
    (line->>'quantityMilli')::bigint,
    (line->>'cost')::bigint,
    unit,
    input->>'documentKind',
    (input->>'documentId')::uuid,
    (input->>'businessDate')::date,
    context_at(ctx),
    alone_by
  FROM jsonb_array_elements(input->'lines') line;

  RETURN (
    SELECT sum((line->>'cost')::bigint) FROM jsonb_array_elements(input->'lines') line);
END $$;
