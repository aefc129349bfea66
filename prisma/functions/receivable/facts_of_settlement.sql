-- The open items of an invoice, and what has settled it so far.
--
-- Answer:  {items, settledBy} of facts_of_receivables
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION facts_of_settlement(invoice_key uuid) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'items', (
      SELECT coalesce(
        jsonb_agg(jsonb_build_object(
          'openItemId', o.id, 'dueOn', o.due_on, 'open', o.open_amount::text)),
        '[]')
      FROM open_item o
      WHERE o.invoice_id = invoice_key AND o.open_amount > 0),
    'settledBy', (
      SELECT coalesce(jsonb_agg(DISTINCT a.kind), '[]')
      FROM open_item o
      JOIN allocation a ON a.open_item_id = o.id
      WHERE o.invoice_id = invoice_key AND a.reversed_at IS NULL))
$$;
