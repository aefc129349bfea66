-- Takes the next number of a series. Gapless: the row stays locked until the transaction ends, so it is
-- the last lock a command takes. SECURITY DEFINER: nothing else may move a series.
CREATE OR REPLACE FUNCTION take_number(entity uuid, series_kind text, day date, OUT series_id uuid, OUT number bigint, OUT prefix text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE number_series s SET last_number = s.last_number + 1
  WHERE s.legal_entity_id = entity AND s.kind = series_kind AND s.year = extract(year FROM day)::int
  RETURNING s.id, s.last_number, s.prefix INTO series_id, number, prefix;
  IF NOT FOUND THEN
    INSERT INTO number_series AS s (legal_entity_id, kind, year, prefix, last_number)
    SELECT entity, series_kind, extract(year FROM day)::int,
      CASE series_kind WHEN 'invoice' THEN 'INV/' ELSE 'CN/' END || e.code || '/' || extract(year FROM day)::int, 1
    FROM legal_entity e WHERE e.id = entity
    ON CONFLICT (legal_entity_id, kind, year) DO UPDATE SET last_number = s.last_number + 1
    RETURNING s.id, s.last_number, s.prefix INTO series_id, number, prefix;
  END IF;
END $$;
