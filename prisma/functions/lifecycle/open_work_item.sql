-- Asks a person to look. The same matter is one item; it is opened again when it comes up again.
CREATE OR REPLACE FUNCTION open_work_item(ctx jsonb, item jsonb) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO work_item (kind, subject_kind, subject_id, store_id, customer_id, sale_id, amount, currency, detail, opened_at)
  VALUES (item->>'kind', item->>'subjectKind', item->>'subjectId', (item->>'storeId')::uuid,
    (item->>'customerId')::uuid, (item->>'saleId')::uuid, (item->>'amount')::bigint, item->>'currency',
    coalesce(item->'detail', '{}'), context_at(ctx))
  ON CONFLICT (kind, subject_id) DO UPDATE SET state = 'open', opened_at = excluded.opened_at, closed_at = NULL,
    closed_by = NULL, detail = excluded.detail, amount = excluded.amount WHERE work_item.state = 'done'
$$;
