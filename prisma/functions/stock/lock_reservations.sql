-- Locks what is reserved for a sale, and the stock levels it is reserved on, in the order of all
-- commands.
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
