-- Releases all goods that are reserved for a sale.
--
-- Locks:   reservations and stock levels by item
CREATE OR REPLACE FUNCTION release_reserved_goods(ctx jsonb, sale_key uuid) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  reservation stock_reservation%ROWTYPE;
BEGIN
  FOR reservation IN SELECT * FROM lock_reservations(sale_key) LOOP
    UPDATE stock_level
    SET reserved_milli = reserved_milli - reservation.quantity_milli
    WHERE location_id = reservation.location_id AND item_id = reservation.item_id;
    UPDATE stock_reservation
    SET state = 'released', ended_at = context_at(ctx)
    WHERE id = reservation.id;
  END LOOP;
END $$;
