-- Books what an agency's report about a case leads to: a promise, a dispute, a direct payment to
-- look at, a request to write off, or the end of the case. Does nothing for a case that has ended,
-- or when nothing is left to pay. A payment is booked by collect_payment.
--
-- Input:   `event_key` is the placement event; `input` as in report_placement_event. A promise or
--          dispute is limited to what is outstanding.
-- Locks:   the receivable; the caller holds the open items and the placement
-- Refuses: those of open_dispute and request_write_off: INVOICE_NOT_FOUND, NOTHING_OPEN,
--          CURRENCY_MISMATCH, DISPUTE_EXCEEDS_OPEN, WRITE_OFF_EXCEEDS_OPEN, WRITE_OFF_WAITING
-- Key:     the placement event, which the caller writes once
CREATE OR REPLACE FUNCTION apply_placement_event(
  ctx jsonb,
  placement_row placement,
  event_key uuid,
  input jsonb
) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  outstanding bigint := placement_row.outstanding_amount;
  affected_amount bigint := least(coalesce((input->>'amount')::bigint, outstanding), outstanding);
BEGIN
  IF placement_row.closed_at IS NOT NULL THEN
    RETURN;
  END IF;
  IF affected_amount <= 0 AND input->>'type' IN ('promise', 'dispute', 'uncollectible') THEN
    RETURN;
  END IF;

  CASE input->>'type'
    WHEN 'promise' THEN
      PERFORM record_agency_promise(ctx, placement_row, affected_amount, input);
    WHEN 'dispute' THEN
      IF NOT EXISTS (
        SELECT 1 FROM dispute WHERE invoice_id = placement_row.invoice_id AND state = 'open')
      THEN
        PERFORM open_dispute(ctx, jsonb_build_object(
          'invoiceId', placement_row.invoice_id,
          'amount', affected_amount,
          'reason', input->>'reason'));
      END IF;
    WHEN 'direct_payment' THEN
      PERFORM check_direct_payments(ctx, placement_row, event_key, input);
    WHEN 'uncollectible' THEN
      IF NOT EXISTS (
        SELECT 1 FROM write_off
        WHERE invoice_id = placement_row.invoice_id AND state = 'requested')
      THEN
        PERFORM request_write_off(ctx, jsonb_build_object(
          'invoiceId', placement_row.invoice_id,
          'placementId', placement_row.id,
          'amount', outstanding,
          'reason', input->>'reason'));
      END IF;
    WHEN 'closed' THEN
      PERFORM take_placement_back(
        ctx, placement_row, 'closed', coalesce(input->>'reason', 'closed-by-agency'));
    ELSE NULL;
  END CASE;
END $$;
