-- Spreads the money of a customer, and of those merged with it, that is not allocated yet over
-- their overdue invoices of one company and currency: first what the best suggestion names, then
-- the rest, the longest due first.
--
-- Input:   `today` is the business day of the legal entity; what is due on it is not overdue
-- Answer:  for each overdue invoice what is overdue, and how much of it that money covers
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION held_money(
  customer_key uuid, entity_key uuid, unit char(3), today date
) RETURNS TABLE (invoice_id uuid, overdue bigint, held bigint)
LANGUAGE sql STABLE AS $$
  WITH family AS (
    SELECT ARRAY(SELECT customer_family(customer_key)) AS ids
  ),
  item AS (
    SELECT o.id, o.invoice_id, o.due_on, o.open_amount
    FROM open_item o
    JOIN invoice i ON i.id = o.invoice_id
    WHERE o.customer_id = ANY ((SELECT ids FROM family)::uuid[]) AND o.currency = unit
      AND o.open_amount > 0 AND o.due_on < today AND i.legal_entity_id = entity_key
  ),
  money AS (
    SELECT p.id, p.unapplied_amount, p.customer_id = ANY (f.ids) AS is_own
    FROM payment p
    CROSS JOIN family f
    WHERE p.legal_entity_id = entity_key AND p.currency = unit AND p.unapplied_amount > 0
      AND p.state IN ('unapplied', 'suggested', 'held')
      AND (p.customer_id = ANY ((SELECT ids FROM family)::uuid[]) OR p.id IN (
        SELECT s.payment_id
        FROM item
        JOIN payment_suggestion s
          ON s.items @> jsonb_build_array(jsonb_build_object('openItemId', item.id))))
  ),
  named AS (
    SELECT part.payment_id, part.item_id, least(part.amount, part.paid - part.before) AS amount
    FROM best_suggested_parts(ARRAY(SELECT id FROM money)) part
    WHERE part.paid > part.before
  ),
  free AS (
    SELECT coalesce(sum(unapplied_amount), 0) - coalesce(
      (SELECT sum(n.amount) FROM named n JOIN money m ON m.id = n.payment_id
        WHERE m.is_own), 0) AS amount
    FROM money
    WHERE is_own
  ),
  own AS (
    SELECT item.invoice_id, min(item.due_on) AS due_on, sum(item.open_amount) AS overdue,
      sum(least(item.open_amount, coalesce(
        (SELECT sum(n.amount) FROM named n WHERE n.item_id = item.id), 0))) AS named
    FROM item
    GROUP BY item.invoice_id
  )
  SELECT o.invoice_id, o.overdue::bigint, (o.named + greatest(0, least(
      o.overdue - o.named,
      free.amount - (sum(o.overdue - o.named) OVER waiting - (o.overdue - o.named)))))::bigint
  FROM own o
  CROSS JOIN free
  WINDOW waiting AS (ORDER BY o.due_on, o.invoice_id)
$$;
