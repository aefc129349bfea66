-- What was open at the end of `day`, item by item: booked amounts less what had been settled and not taken back by then.
CREATE OR REPLACE FUNCTION open_items_as_of(day date) RETURNS TABLE (open_item_id uuid, invoice_id uuid, customer_id uuid, store_id uuid,
  legal_entity_id uuid, currency char(3), due_on date, amount bigint, open_amount bigint)
LANGUAGE sql STABLE AS $$
  SELECT o.id, i.id, o.customer_id, i.store_id, i.legal_entity_id, o.currency, o.due_on, o.amount,
    (o.amount - coalesce(sum(a.amount), 0))::bigint
  FROM open_item o
  JOIN invoice i ON i.id = o.invoice_id
  JOIN legal_entity e ON e.id = i.legal_entity_id
  LEFT JOIN allocation a ON a.open_item_id = o.id AND a.booked_on <= day AND (a.reversed_on IS NULL OR a.reversed_on > day)
  WHERE CASE WHEN o.kind = 'instalment' THEN i.issued_on ELSE (o.created_at AT TIME ZONE e.time_zone)::date END <= day
  GROUP BY o.id, i.id
  HAVING o.amount > coalesce(sum(a.amount), 0)
$$;
