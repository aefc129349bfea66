-- Takes back all that an import has written, while nothing depends on it. Items and customers are
-- withdrawn and keep their numbers: a till may have sold to them meanwhile. What was booked is
-- booked back on its own day, so that every day shows the balance that it had.
--
-- Input:   undoImport in prisma/commands/imports.ts: `shown` is how many rows in the way are named
-- Answer:  kind 'undone' with the number of rows; or 'in-use' with how many rows stand in the way
--          and the first of them, and nothing is changed
-- Locks:   the books (shared), the import, what it wrote
-- Refuses: IMPORT_NOT_FOUND, IMPORT_UNDONE, IMPORT_UNFINISHED, IMPORT_WROTE_NOTHING
-- Key:     importId; again it is refused
CREATE OR REPLACE FUNCTION undo_import(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  import_key uuid := (input->>'importId')::uuid;
  brought import%ROWTYPE;
  in_use jsonb;
  row_count integer;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO brought FROM import WHERE id = import_key FOR UPDATE;
  PERFORM check_undoable_import(brought);
  PERFORM lock_imported(brought);
  SELECT jsonb_agg(jsonb_build_object('line', line, 'key', key, 'reason', reason) ORDER BY line)
  INTO in_use
  FROM imported_in_use(brought);
  IF in_use IS NOT NULL THEN
    RETURN jsonb_build_object(
      'kind', 'in-use',
      'rows', jsonb_array_length(in_use),
      'first', jsonb_path_query_array(
        in_use, format('$[0 to %s]', (input->>'shown')::int - 1)::jsonpath));
  END IF;

  CASE brought.kind
    WHEN 'items' THEN PERFORM take_back_items(ctx, import_key);
    WHEN 'prices' THEN PERFORM take_back_prices(import_key);
    WHEN 'customers' THEN PERFORM take_back_customers(import_key);
    WHEN 'stock' THEN PERFORM take_back_stock(ctx, import_key);
    WHEN 'receivables' THEN PERFORM take_back_receivables(ctx, import_key);
    WHEN 'balances' THEN PERFORM take_back_entries(ctx, import_key, 'opening-balance');
  END CASE;
  UPDATE import_row SET state = 'undone' WHERE import_id = import_key AND state = 'written';
  GET DIAGNOSTICS row_count = ROW_COUNT;
  UPDATE import
  SET state = 'undone', undone_at = context_at(ctx), undone_by = ctx#>>'{actor,id}'
  WHERE id = import_key;
  RETURN jsonb_build_object('kind', 'undone', 'rows', row_count);
END $$;
