-- Issues all goods that are reserved for a sale, and answers their cost.
--
-- Input:   day: the business day on which they leave
-- Locks:   reservations and stock levels by item
CREATE OR REPLACE FUNCTION issue_reserved_goods(ctx jsonb, sold sale, day date) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  reservation stock_reservation%ROWTYPE;
  level stock_level%ROWTYPE;
  cost bigint := 0;
BEGIN
  FOR reservation IN SELECT * FROM lock_reservations(sold.id) LOOP
    -- Read anew for each: another line of the sale may have taken from the same shelf.
    SELECT * INTO level
    FROM stock_level
    WHERE location_id = reservation.location_id AND item_id = reservation.item_id;
    cost := cost + issue_goods(ctx, level, reservation.quantity_milli, jsonb_build_object(
      'saleId', sold.id,
      'lineId', reservation.sale_line_id,
      'businessDate', day,
      'currency', sold.currency,
      'wasReserved', true));
    UPDATE stock_reservation
    SET state = 'issued', ended_at = context_at(ctx)
    WHERE id = reservation.id;
  END LOOP;
  RETURN cost;
END $$;
