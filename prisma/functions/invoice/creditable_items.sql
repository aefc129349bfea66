-- Spreads an amount over the creditable items of an invoice (fees are none), the longest due first:
-- for a credit note. oldest_first_of_invoice does it with fees, for payments and write-offs. The
-- order is that of byDueDate in domain/matching/oldest-first.ts, by which the matcher fills items.
--
-- Answer:  `items` as settle_open_items takes them
-- Locks:   none: the caller holds the open items
CREATE OR REPLACE FUNCTION creditable_items(invoice_key uuid, total bigint) RETURNS jsonb
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
    WHERE invoice_id = invoice_key AND open_amount > 0 AND kind <> 'fee'
  ) creditable
  WHERE older_amount < total
$$;
