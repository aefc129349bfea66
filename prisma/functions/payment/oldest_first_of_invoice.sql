-- Spreads an amount over the open items of an invoice, the longest due first: for a payment that an
-- agency reports and for a write-off. creditable_items does it for a credit note, without fees. The
-- order is that of byDueDate in domain/matching/oldest-first.ts, by which the matcher fills items.
--
-- Answer:  `items` as settle_open_items takes them; they add up to less than `total` when less is
--   open
-- Locks:   none: the caller holds the open items
-- Refuses: none
CREATE OR REPLACE FUNCTION oldest_first_of_invoice(invoice_key uuid, total bigint) RETURNS jsonb
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
    WHERE invoice_id = invoice_key AND open_amount > 0
  ) o
  WHERE older_amount < total
$$;
