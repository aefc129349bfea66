-- What may still be reported on a case, and how much of it may have been paid: what is outstanding, or, when the
-- agency's own closure has overtaken the report, what that closure gave back.
CREATE OR REPLACE FUNCTION check_event(placed placement, input jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  left_to_pay bigint := placed.outstanding_amount;
BEGIN
  IF placed.acknowledged_at IS NULL AND placed.closed_at IS NULL AND placed.state <> 'recalled' THEN
    PERFORM refuse('PLACEMENT_NOT_ACKNOWLEDGED', 'A placement is acknowledged before anything is reported on it.', 'placementId');
  ELSIF placed.closed_at IS NOT NULL OR placed.state = 'recalled' THEN
    IF NOT is_overtaken(placed, (input->>'sequence')::int) THEN
      PERFORM refuse('PLACEMENT_CLOSED', format('The placement is %s: nothing more is accepted on it.', placed.state), 'placementId');
    END IF;
    left_to_pay := placed.recalled_amount;
  END IF;
  IF coalesce(input->>'currency', placed.currency) <> placed.currency THEN
    PERFORM refuse('PAYMENT_CURRENCY_DIFFERS', format('%s was placed.', placed.currency), 'amount.currency');
  ELSIF input->>'type' = 'payment' AND coalesce((input->>'amount')::bigint, 0) <= 0 THEN
    PERFORM refuse('PAYMENT_NOT_POSITIVE', 'A payment is above zero.', 'amount');
  ELSIF input->>'type' = 'payment' AND (input->>'amount')::bigint > left_to_pay THEN
    PERFORM refuse('PAYMENT_EXCEEDS_OUTSTANDING', format('%s is outstanding, %s was reported as paid.',
      left_to_pay, input->>'amount'), 'amount');
  END IF;
END $$;
