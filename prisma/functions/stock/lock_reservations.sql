-- Locks the reservations of a sale and their stock levels, in the order that all commands use.
--
-- Locks:   reservations and stock levels by item
CREATE OR REPLACE FUNCTION lock_reservations(sale_key uuid) RETURNS SETOF stock_reservation
LANGUAGE sql VOLATILE AS $$
  SELECT reservation.*
  FROM stock_reservation reservation
  JOIN stock_level level USING (location_id, item_id)
  WHERE reservation.sale_id = sale_key AND reservation.state = 'live'
  ORDER BY reservation.location_id, reservation.item_id, reservation.id
  FOR UPDATE
$$;
