-- Refuses a remittance whose lines do not add up to its totals, or which pays to several of our
-- legal entities at once. Runs last, under the lock of the agency. checkRemittance in
-- domain/collection/check-remittance.ts ran before it, with the agreed commission, and its refusal
-- is the one that an agency gets; only REMITTANCE_MIXED is decided here alone.
--
-- Input:   `input` as in record_remittance
-- Refuses: REMITTANCE_DOES_NOT_FOOT, REMITTANCE_MIXED
CREATE OR REPLACE FUNCTION check_remittance_total(input jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  total record;
BEGIN
  SELECT
    sum((line->>'gross')::bigint) AS gross,
    sum((line->>'commission')::bigint) AS commission
  INTO total
  FROM jsonb_array_elements(input->'lines') line;
  IF (total.gross, total.commission)
    IS DISTINCT FROM ((input->>'gross')::numeric, (input->>'commission')::numeric)
  THEN
    PERFORM refuse(
      'REMITTANCE_DOES_NOT_FOOT',
      format(
        'The payments add up to %s with a commission of %s.', total.gross, total.commission),
      'gross');
  END IF;

  IF (
    SELECT count(DISTINCT invoice.legal_entity_id)
    FROM jsonb_array_elements(input->'lines') line
    JOIN placement_event event ON event.id = (line->>'eventId')::uuid
    JOIN placement ON placement.id = event.placement_id
    JOIN invoice ON invoice.id = placement.invoice_id
  ) > 1
  THEN
    PERFORM refuse(
      'REMITTANCE_MIXED', 'Remit to each of our legal entities on its own.', 'payments');
  END IF;
END $$;
