-- Ends the questions about items of a sale that nobody knew, with a person's reason, once no line
-- of it is in suspense.
--
-- Locks:   the work items
CREATE OR REPLACE FUNCTION end_suspense_work(ctx jsonb, sale_key uuid, reason text) RETURNS void
LANGUAGE sql AS $$
  UPDATE work_item
  SET state = 'done', closed_at = context_at(ctx), closed_by = ctx#>>'{actor,id}',
    resolution = reason
  WHERE kind IN ('sku-unknown', 'barcode-mismatch', 'tax-rule-missing')
    AND subject_id = sale_key::text
    AND state = 'open'
    AND NOT EXISTS (
      SELECT
      FROM sale_line line
      WHERE line.sale_id = sale_key
        AND line.item_id = '00000000-0000-7000-8000-000000000001'
        AND NOT EXISTS (
          SELECT
          FROM sale_line_identification known
          WHERE known.sale_line_id = line.id AND known.undone_at IS NULL))
$$;
