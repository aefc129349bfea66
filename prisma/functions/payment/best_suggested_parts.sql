-- The open items that the best suggestion of each payment names, in the order of the suggestion.
--
-- Answer:  of each item its amount, what is unapplied of the payment (`paid`), and how much of that
--   the items before it take (`before`)
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION best_suggested_parts(payment_keys uuid[])
RETURNS TABLE (payment_id uuid, item_id uuid, amount numeric, paid bigint, before numeric)
LANGUAGE sql STABLE AS $$
  SELECT p.id, named.item_id, named.amount, p.unapplied_amount,
    sum(named.amount) OVER (PARTITION BY p.id ORDER BY named.place) - named.amount
  FROM payment p
  CROSS JOIN LATERAL (
    SELECT s.items
    FROM payment_suggestion s
    WHERE s.payment_id = p.id
    ORDER BY s.rank
    LIMIT 1
  ) best
  CROSS JOIN LATERAL (
    SELECT (item->>'openItemId')::uuid AS item_id, (item->>'amount')::numeric AS amount, place
    FROM jsonb_array_elements(best.items) WITH ORDINALITY AS listed(item, place)
  ) named
  WHERE p.id = ANY (payment_keys)
$$;
