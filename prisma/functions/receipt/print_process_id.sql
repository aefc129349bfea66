-- The four characters by which a printer says which job it has printed (ESC/POS process id
-- response).
--
-- Input:   source: id of what is printed
CREATE OR REPLACE FUNCTION print_process_id(source uuid) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT upper(substr(md5(source::text), 1, 4))
$$;
