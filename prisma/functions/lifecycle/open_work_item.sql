-- Opens a work item: a question to a person. There is one item per kind and subject: an open item
-- stays as it is, and one that was done is opened again.
--
-- Input:   item: {kind, subjectKind, subjectId, storeId?, customerId?, saleId?, amount?, currency?,
--          detail?}
-- Key:     (kind, subjectId), a unique index
CREATE OR REPLACE FUNCTION open_work_item(ctx jsonb, item jsonb) RETURNS void
LANGUAGE sql AS $$
  SELECT open_work_items(ctx, jsonb_build_array(item))
$$;
