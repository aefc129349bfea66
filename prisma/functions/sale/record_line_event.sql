-- Writes what became of a line in suspense into the life of its sale.
--
-- Input:   the identification; kind: 'line-identified' or 'line-in-suspense-again'
CREATE OR REPLACE FUNCTION record_line_event(
  ctx jsonb, identified sale_line_identification, kind text
) RETURNS void
LANGUAGE sql AS $$
  SELECT record_event(ctx, line.sale_id, kind, jsonb_build_object(
    'kind', 'sale',
    'id', line.sale_id,
    'number', sold.number,
    'detail', jsonb_build_object('line', line.line_number, 'sku', item.sku, 'name', item.name)))
  FROM sale_line line
  JOIN sale sold ON sold.id = line.sale_id
  JOIN item ON item.id = identified.item_id
  WHERE line.id = identified.sale_line_id
$$;
