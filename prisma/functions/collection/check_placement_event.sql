-- Refuses a report that comes too early or too late for its case, and a payment of more than is
-- outstanding. When the agency's own closure has overtaken the report, or a recall a payment, the
-- limit is what was given back.
--
-- Input:   `input` as in report_placement_event
-- Refuses: PLACEMENT_NOT_ACKNOWLEDGED, PLACEMENT_CLOSED, PAYMENT_CURRENCY_DIFFERS,
--          PAYMENT_NOT_POSITIVE, PAYMENT_EXCEEDS_OUTSTANDING
CREATE OR REPLACE FUNCTION check_placement_event(
  ctx jsonb, placement_row placement, input jsonb
) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  has_ended boolean := placement_row.closed_at IS NOT NULL OR placement_row.state = 'recalled';
  paid_amount bigint := coalesce((input->>'amount')::bigint, 0);
  -- The debtor may pay what is disputed as well.
  payable_amount bigint := placement_row.outstanding_amount + placement_row.recalled_amount;
BEGIN
  IF has_ended THEN
    IF NOT is_overtaken_by_closure(ctx, placement_row, input)
      AND NOT came_before_recall(ctx, placement_row, input)
    THEN
      PERFORM refuse(
        'PLACEMENT_CLOSED',
        format('The placement is %s: nothing more is accepted on it.', placement_row.state),
        'placementId');
    END IF;
    payable_amount := placement_row.recalled_amount;
  ELSIF placement_row.acknowledged_at IS NULL THEN
    PERFORM refuse(
      'PLACEMENT_NOT_ACKNOWLEDGED',
      'A placement is acknowledged before anything is reported on it.',
      'placementId');
  END IF;

  IF coalesce(input->>'currency', placement_row.currency) <> placement_row.currency THEN
    PERFORM refuse(
      'PAYMENT_CURRENCY_DIFFERS',
      format('%s was placed.', placement_row.currency),
      'amount.currency');
  ELSIF input->>'type' = 'payment' AND paid_amount <= 0 THEN
    PERFORM refuse('PAYMENT_NOT_POSITIVE', 'A payment is above zero.', 'amount');
  ELSIF input->>'type' = 'payment' AND paid_amount > payable_amount THEN
    PERFORM refuse(
      'PAYMENT_EXCEEDS_OUTSTANDING',
      format('%s is outstanding, %s was reported as paid.',
        money_text(payable_amount, placement_row.currency),
        money_text(paid_amount, placement_row.currency)),
      'amount');
  END IF;
END $$;
