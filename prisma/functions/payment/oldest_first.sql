-- `total` spread over what is open of an invoice, the oldest first, as items of settle_open_items.
CREATE OR REPLACE FUNCTION oldest_first(invoice_key uuid, total bigint) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('openItemId', id, 'amount', least(open_amount, total - older)) ORDER BY due_on, id), '[]')
  FROM (SELECT id, due_on, open_amount, sum(open_amount) OVER (ORDER BY due_on, id) - open_amount AS older
    FROM open_item WHERE invoice_id = invoice_key AND open_amount > 0) o
  WHERE older < total
$$;
