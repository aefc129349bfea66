-- The open items at the end of `day`: booked amounts less what was settled by then and not reversed
-- by then. An instalment counts from the day its invoice was issued, a fee from the day it was
-- charged. What was settled for good by that day is not looked at (settled_on), so that the answer
-- takes as long as what was open then, and not as long as the books.
CREATE OR REPLACE FUNCTION open_items_as_of(day date) RETURNS TABLE (
  open_item_id uuid, invoice_id uuid, customer_id uuid, store_id uuid, legal_entity_id uuid,
  currency char(3), due_on date, amount bigint, open_amount bigint)
LANGUAGE sql STABLE AS $$
  SELECT
    item.id,
    item.invoice_id,
    item.customer_id,
    (SELECT store_id FROM invoice WHERE invoice.id = item.invoice_id),
    (SELECT legal_entity_id FROM invoice WHERE invoice.id = item.invoice_id),
    item.currency,
    item.due_on,
    item.amount,
    still.open_amount
  FROM open_item item
  -- One look for each item that was open, however many were settled before it.
  CROSS JOIN LATERAL (
    SELECT (item.amount - coalesce(sum(settled.amount), 0))::bigint AS open_amount
    FROM allocation settled
    WHERE settled.open_item_id = item.id
      AND settled.booked_on <= day
      AND (settled.reversed_on IS NULL OR settled.reversed_on > day)
  ) still
  WHERE daterange(item.counts_from, item.settled_on) @> day AND still.open_amount > 0
$$;
