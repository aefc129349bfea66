-- Opens a work item: a question to a person. There is one item per kind and subject: an open item
-- stays as it is, and one that was done is opened again.
--
-- Input:   item: {kind, subjectKind, subjectId, storeId?, customerId?, saleId?, amount?, currency?,
--          detail?}
-- Key:     (kind, subjectId), a unique index
CREATE OR REPLACE FUNCTION open_work_item(ctx jsonb, item jsonb) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO work_item (
    kind, subject_kind, subject_id, store_id, customer_id, sale_id, amount, currency, detail,
    opened_at)
  VALUES (
    item->>'kind',
    item->>'subjectKind',
    item->>'subjectId',
    (item->>'storeId')::uuid,
    (item->>'customerId')::uuid,
    (item->>'saleId')::uuid,
    (item->>'amount')::bigint,
    item->>'currency',
    coalesce(item->'detail', '{}'),
    context_at(ctx))
  ON CONFLICT (kind, subject_id) DO UPDATE
  SET state = 'open',
    opened_at = excluded.opened_at,
    closed_at = NULL,
    closed_by = NULL,
    resolution = NULL,
    detail = excluded.detail,
    amount = excluded.amount
  WHERE work_item.state = 'done'
$$;
