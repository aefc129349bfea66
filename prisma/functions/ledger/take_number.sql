-- Takes the next number of a document series; the first number of a year begins a new series.
-- Numbers have no gaps: the row of the series stays locked until the transaction ends, and a
-- transaction that fails gives the number back.
--
-- SECURITY DEFINER: nothing else may move a series.
--
-- Input:   entity: id of the legal entity; series_kind: 'invoice', 'credit-note' or 'brought-in';
--          day: of the document, its year is that of the series
-- Answer:  the series, the number taken, and what stands before the number on the document
-- Locks:   the number series, the last lock that a command takes
CREATE OR REPLACE FUNCTION take_number(
  entity uuid, series_kind text, day date,
  OUT series_id uuid, OUT number bigint, OUT prefix text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  series_year int := extract(year FROM day)::int;
BEGIN
  UPDATE number_series series
  SET last_number = series.last_number + 1
  WHERE series.legal_entity_id = entity
    AND series.kind = series_kind
    AND series.year = series_year
  RETURNING series.id, series.last_number, series.prefix INTO series_id, number, prefix;
  IF FOUND THEN
    RETURN;
  END IF;

  -- Another command may begin the series at this moment: then this one takes the next number.
  INSERT INTO number_series AS series (legal_entity_id, kind, year, prefix, last_number)
  SELECT
    entity,
    series_kind,
    series_year,
    CASE series_kind WHEN 'invoice' THEN 'INV/' WHEN 'credit-note' THEN 'CN/' ELSE 'OB/' END
      || code || '/' || series_year,
    1
  FROM legal_entity
  WHERE id = entity
  ON CONFLICT (legal_entity_id, kind, year) DO UPDATE SET last_number = series.last_number + 1
  RETURNING series.id, series.last_number, series.prefix INTO series_id, number, prefix;
END $$;
