-- What stands in the way of undoing an import: the rows whose record something depends on, each
-- with the first reason in one word (IMPORT_USES in domain/imports/in-use.ts).
--
-- Rows that changed a record are taken back by activities/imports/undo-changes.ts.
--
-- Input:   the import
-- Locks:   none; lock_imported has locked what it wrote
-- Refuses: none
CREATE OR REPLACE FUNCTION imported_in_use(brought import)
RETURNS TABLE (line integer, key text, reason text)
LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY
  SELECT r.line, r.key, used.reason
  FROM import_row r
  CROSS JOIN LATERAL (
    SELECT CASE brought.kind
      WHEN 'items' THEN item_in_use(r.subject_id::uuid)
      WHEN 'prices' THEN price_in_use(r.subject_id::uuid)
      WHEN 'customers' THEN customer_in_use(r.subject_id::uuid)
      WHEN 'stock' THEN coalesce(
        booked_in_closed_period('opening', r.subject_id::uuid),
        opening_stock_in_use(r.subject_id::uuid, r.key))
      WHEN 'receivables' THEN coalesce(
        booked_in_closed_period('invoice', r.subject_id::uuid),
        receivable_in_use(r.subject_id::uuid))
      WHEN 'placements' THEN brought_in_case_in_use(r.subject_id::uuid)
      WHEN 'sales' THEN (SELECT 'happened' FROM sale WHERE id = r.subject_id::uuid)
      WHEN 'day-totals' THEN (
        SELECT 'changed-since'
        FROM shadow_day_total
        WHERE id = r.subject_id::uuid AND given_at > brought.ended_at)
      WHEN 'balances' THEN booked_in_closed_period('opening-balance', r.subject_id::uuid)
    END AS reason) used
  WHERE r.import_id = brought.id AND r.state = 'written' AND r.changes IS NULL
    AND used.reason IS NOT NULL;
END $$;
