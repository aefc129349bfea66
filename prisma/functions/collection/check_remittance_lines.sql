-- Refuses a remittance unless each line is a payment that this agency has reported, with the same
-- amount, and has not remitted yet. checkRemittance in domain/collection/check-remittance.ts ran
-- before it, without a lock; of two remittances at once this one refuses the second.
--
-- Input:   `input` as in record_remittance
-- Refuses: PAYMENT_UNKNOWN, PAYMENT_ALREADY_REMITTED, PAYMENT_AMOUNT_DIFFERS
CREATE OR REPLACE FUNCTION check_remittance_lines(agency_key uuid, input jsonb) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  payment_line record;
  place text;
BEGIN
  FOR payment_line IN
    SELECT
      event.id AS event_id,
      event.amount,
      event.currency,
      given.position - 1 AS index,
      (given.line->>'gross')::bigint AS gross,
      EXISTS (
        SELECT 1 FROM remittance_line remitted WHERE remitted.event_id = event.id) AS is_remitted
    FROM jsonb_array_elements(input->'lines') WITH ORDINALITY AS given(line, position)
    LEFT JOIN placement_event event
      ON event.id = (given.line->>'eventId')::uuid
      AND event.agency_id = agency_key
      AND event.type = 'payment'
  LOOP
    place := format('payments[%s]', payment_line.index);
    IF payment_line.event_id IS NULL THEN
      PERFORM refuse('PAYMENT_UNKNOWN', 'You have reported no such payment.', place);
    ELSIF payment_line.is_remitted THEN
      PERFORM refuse('PAYMENT_ALREADY_REMITTED', 'This payment was remitted before.', place);
    ELSIF payment_line.gross <> payment_line.amount
      OR payment_line.currency <> input->>'currency'
    THEN
      PERFORM refuse(
        'PAYMENT_AMOUNT_DIFFERS',
        format('Reported was %s.', money_text(payment_line.amount, payment_line.currency)),
        place || '.amount');
    END IF;
  END LOOP;
END $$;
