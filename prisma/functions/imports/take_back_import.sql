-- Takes back all that an import has written, while nothing depends on it.
--
-- Input:   the import, locked; how many of the rows in the way are named
-- Answer:  as undo_import
-- Locks:   what it wrote
CREATE OR REPLACE FUNCTION take_back_import(ctx jsonb, brought import, shown int) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  in_use jsonb;
  row_count integer;
BEGIN
  PERFORM lock_imported(brought);
  SELECT jsonb_agg(jsonb_build_object('line', line, 'key', key, 'reason', reason) ORDER BY line)
  INTO in_use
  FROM imported_in_use(brought);
  IF in_use IS NOT NULL THEN
    RETURN jsonb_build_object(
      'kind', 'in-use',
      'rows', jsonb_array_length(in_use),
      'first', jsonb_path_query_array(
        in_use, format('$[0 to %s]', shown - 1)::jsonpath));
  END IF;

  CASE brought.kind
    WHEN 'items' THEN PERFORM take_back_items(ctx, brought.id);
    WHEN 'prices' THEN PERFORM take_back_prices(brought.id);
    WHEN 'customers' THEN PERFORM take_back_customers(brought.id);
    WHEN 'stock' THEN PERFORM take_back_stock(ctx, brought.id);
    WHEN 'receivables' THEN PERFORM take_back_receivables(ctx, brought.id);
    WHEN 'placements' THEN PERFORM take_back_placements(brought.id);
    WHEN 'balances' THEN PERFORM take_back_entries(ctx, brought.id, 'opening-balance');
    WHEN 'sales' THEN PERFORM take_back_shadow_sales(brought.id);
    WHEN 'day-totals' THEN PERFORM take_back_day_totals(brought.id);
  END CASE;
  UPDATE import_row SET state = 'undone' WHERE import_id = brought.id AND state = 'written';
  GET DIAGNOSTICS row_count = ROW_COUNT;
  UPDATE import
  SET state = 'undone', undone_at = context_at(ctx), undone_by = ctx#>>'{actor,id}'
  WHERE id = brought.id;
  RETURN jsonb_build_object('kind', 'undone', 'rows', row_count);
END $$;
