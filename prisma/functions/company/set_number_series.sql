-- Sets the form and the first number of a document series that has no number yet. The number of a
-- document never changes, so a series with numbers stays as it is.
--
-- Input:   setNumberSeries in prisma/commands/company.ts
-- Locks:   the books (shared), the number series
-- Refuses: NUMBER_SERIES_IN_USE, NUMBER_PREFIX_TAKEN
-- Key:     legal entity, kind and year
CREATE OR REPLACE FUNCTION set_number_series(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  first bigint := (input->>'firstNumber')::bigint;
  known number_series%ROWTYPE;
  changed number_series%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO known
  FROM number_series
  WHERE legal_entity_id = (input->>'legalEntityId')::uuid
    AND kind = input->>'kind'
    AND year = (input->>'year')::int
  FOR UPDATE;
  IF EXISTS (
    SELECT 1
    FROM number_series
    WHERE prefix = input->>'prefix' AND id IS DISTINCT FROM known.id) THEN
    PERFORM refuse('NUMBER_PREFIX_TAKEN', 'Another series has this form.', 'prefix');
  END IF;
  INSERT INTO number_series AS series (
    legal_entity_id, kind, year, prefix, first_number, last_number)
  VALUES (
    (input->>'legalEntityId')::uuid, input->>'kind', (input->>'year')::int, input->>'prefix',
    first, first - 1)
  ON CONFLICT (legal_entity_id, kind, year) DO UPDATE
  SET prefix = excluded.prefix,
    first_number = excluded.first_number,
    last_number = excluded.last_number
  WHERE series.last_number = series.first_number - 1
  RETURNING * INTO changed;
  IF changed.id IS NULL THEN
    PERFORM refuse('NUMBER_SERIES_IN_USE', 'The series has numbers already.', 'year');
  END IF;
  -- The counter itself is not watched, so that this is no 'update' of a watched table.
  PERFORM write_audit(
    'set_number_series', 'number_series', changed.id::text,
    CASE WHEN known.id IS NOT NULL THEN to_jsonb(known) END, to_jsonb(changed));
  RETURN '{}';
END $$;
