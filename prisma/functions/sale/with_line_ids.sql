-- The lines of a sale with generated ids: stock movements are written before the sale and must name
-- their line.
CREATE OR REPLACE FUNCTION with_line_ids(lines jsonb) RETURNS jsonb
LANGUAGE sql VOLATILE AS $$
  SELECT jsonb_agg(line || jsonb_build_object('lineId', uuid_v7()) ORDER BY position)
  FROM jsonb_array_elements(lines) WITH ORDINALITY AS numbered(line, position)
$$;
