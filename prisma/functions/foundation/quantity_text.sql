-- A quantity for people to read: the shortest decimal, as domain/quantity says it on the wire.
--
-- Input:   milli: thousandths of the unit
CREATE OR REPLACE FUNCTION quantity_text(milli bigint) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
  SELECT trim_scale(milli / 1000.0)::text
$$;
