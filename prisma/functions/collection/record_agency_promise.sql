-- Records a promise that the debtor gave to the agency. Only one promise is open at a time: an
-- earlier one is withdrawn. A late report changes nothing when the agency has already reported a
-- later promise.
--
-- Input:   `input` as in report_placement_event; a promise reported as made after its promised day
--          counts as made on that day
-- Locks:   the open promises of the invoice
CREATE OR REPLACE FUNCTION record_agency_promise(
  ctx jsonb,
  placement_row placement,
  promised_amount bigint,
  input jsonb
) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  promised_until date := (input->>'promisedFor')::date;
BEGIN
  IF EXISTS (
    SELECT 1
    FROM placement_event later
    WHERE later.placement_id = placement_row.id
      AND later.type = 'promise'
      AND later.sequence > (input->>'sequence')::int)
  THEN
    RETURN;
  END IF;

  UPDATE promise_to_pay
  SET state = 'withdrawn', decided_at = context_at(ctx)
  WHERE invoice_id = placement_row.invoice_id AND state = 'open';
  INSERT INTO promise_to_pay (
    invoice_id, amount, currency, promised_on, promised_for,
    state, channel, recorded_by, recorded_at)
  VALUES (
    placement_row.invoice_id, promised_amount, placement_row.currency,
    least((input->>'occurredOn')::date, promised_until), promised_until,
    'open', 'agency', ctx#>>'{actor,id}', context_at(ctx));
END $$;
