-- Spreads an amount over the open items of an invoice, the longest due first: all of them for a
-- payment that an agency reports and for a write-off, without the fees for a credit note. The order
-- is that of byDueDate in domain/matching/oldest-first.ts, by which the matcher fills items.
--
-- Input:   kinds: the kinds of items that take part; all when left out
-- Answer:  `items` as settle_open_items takes them; they add up to less than `total` when less is
--   open
-- Locks:   none: the caller holds the open items
-- Refuses: none
CREATE OR REPLACE FUNCTION oldest_first_of_invoice(
  invoice_key uuid, total bigint, kinds text[] DEFAULT NULL
) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    jsonb_agg(
      jsonb_build_object('openItemId', id, 'amount', least(open_amount, total - older_amount))
      ORDER BY due_on, instalment, id),
    '[]')
  FROM (
    SELECT
      id,
      due_on,
      instalment,
      open_amount,
      sum(open_amount) OVER (ORDER BY due_on, instalment, id) - open_amount AS older_amount
    FROM open_item
    WHERE invoice_id = invoice_key AND open_amount > 0 AND (kinds IS NULL OR kind = ANY (kinds))
  ) o
  WHERE older_amount < total
$$;
