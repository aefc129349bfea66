-- Records the promise that a debtor gave to the agency. One promise at a time is open: an earlier
-- one is withdrawn. Reports come late: when the agency has reported a later promise already, this
-- one changes nothing.
--
-- Input:   `input` as in report_placement_event; a promise that was made after the day it is
--          promised for counts as made on that day
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
