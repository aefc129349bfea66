-- Compares the direct payments that an agency reported on a case with those that we have booked.
-- Only when it reported more than we booked is a person asked to look.
--
-- Input:   `event_key` is the report of the direct payment; `input` as in report_placement_event
CREATE OR REPLACE FUNCTION check_direct_payments(
  ctx jsonb,
  placement_row placement,
  event_key uuid,
  input jsonb
) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  seen_amount bigint;
BEGIN
  SELECT coalesce(sum(amount), 0) INTO seen_amount
  FROM placement_event
  WHERE placement_id = placement_row.id AND type = 'direct_payment';
  IF seen_amount <= placement_row.paid_direct_amount THEN
    RETURN;
  END IF;

  PERFORM open_invoice_work_item(ctx, placement_row.invoice_id, jsonb_build_object(
    'kind', 'direct-payment',
    'subjectKind', 'placement-event',
    'subjectId', event_key,
    'amount', input->>'amount',
    'detail', jsonb_build_object(
      'placement', placement_row.number,
      'placementId', placement_row.id,
      'seenByAgency', seen_amount::text,
      'bookedHere', placement_row.paid_direct_amount::text)));
END $$;
