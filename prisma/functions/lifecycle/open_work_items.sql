-- Opens work items, as open_work_item: all of them in one statement.
--
-- Input:   a list of items; no two of one kind and subject
-- Key:     (kind, subjectId), a unique index
CREATE OR REPLACE FUNCTION open_work_items(ctx jsonb, items jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO work_item (
    kind, subject_kind, subject_id, store_id, customer_id, sale_id, amount, currency, detail,
    opened_at)
  SELECT
    item->>'kind',
    item->>'subjectKind',
    item->>'subjectId',
    (item->>'storeId')::uuid,
    (item->>'customerId')::uuid,
    (item->>'saleId')::uuid,
    (item->>'amount')::bigint,
    item->>'currency',
    coalesce(item->'detail', '{}'),
    context_at(ctx)
  FROM jsonb_array_elements(items) item
  ON CONFLICT (kind, subject_id) DO UPDATE
  SET state = 'open',
    opened_at = excluded.opened_at,
    closed_at = NULL,
    closed_by = NULL,
    resolution = NULL,
    snoozed_until = NULL,
    detail = excluded.detail,
    amount = excluded.amount
  WHERE work_item.state = 'done';
END $$;
