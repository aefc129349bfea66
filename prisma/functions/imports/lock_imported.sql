-- Locks what an import has written, in the order that all commands use, so that nothing comes to
-- depend on it while it is taken back.
--
-- Input:   the import
-- Locks:   items or customers by id; stock levels by item; open items by id, receivables by
--          invoice, and cases by id
-- Refuses: none
CREATE OR REPLACE FUNCTION lock_imported(brought import) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  subjects CONSTANT uuid[] := ARRAY(
    SELECT DISTINCT subject_id::uuid
    FROM import_row
    WHERE import_id = brought.id AND state = 'written');
BEGIN
  CASE brought.kind
    WHEN 'items' THEN
      PERFORM 1 FROM item WHERE id = ANY (subjects) ORDER BY id FOR UPDATE;
    WHEN 'customers' THEN
      PERFORM 1 FROM customer WHERE id = ANY (subjects) ORDER BY id FOR UPDATE;
    WHEN 'stock' THEN
      PERFORM lock_goods_of(subjects);
    WHEN 'receivables' THEN
      PERFORM lock_for_settlement(ARRAY(
        SELECT id FROM open_item WHERE invoice_id = ANY (subjects)));
    WHEN 'placements' THEN
      PERFORM lock_for_settlement(ARRAY(
        SELECT o.id FROM open_item o JOIN placement p USING (invoice_id)
        WHERE p.id = ANY (subjects)));
      PERFORM 1 FROM placement WHERE id = ANY (subjects) ORDER BY id FOR UPDATE;
    ELSE
      NULL;
  END CASE;
END $$;
