-- A quantity for display: the shortest decimal, as domain/quantity writes it on the wire.
--
-- Input:   milli: thousandths of the unit
CREATE OR REPLACE FUNCTION quantity_text(milli bigint) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT trim_scale(milli / 1000.0)::text
$$;
