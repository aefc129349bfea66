-- Books what a customer has paid to the agency: the customer's debt is settled, and the agency owes
-- us the money instead. The oldest open items are paid first. When less is open by now, the rest of
-- the payment stays unapplied, for a person. On a case that has ended the amount moves from
-- recalled to collected.
--
-- Input:   `input` as in report_placement_event
-- Answer:  the id of the payment
-- Locks:   the payment, the receivable, payments that were suggested for the same items (those
--          that another command holds are left out); the caller holds the open items and the
--          placement
-- Refuses: those of allocate_payment: PAYMENT_NOT_FOUND, PAYMENT_REVERSED,
--          ALLOCATION_EXCEEDS_PAYMENT, OPEN_ITEM_NOT_FOUND, LEGAL_ENTITY_MISMATCH,
--          CURRENCY_MISMATCH, ALLOCATION_EXCEEDS_OPEN
-- Key:     the number of the placement and the sequence of the report (source and external id of
--          the payment)
CREATE OR REPLACE FUNCTION collect_payment(ctx jsonb, placement_row placement, input jsonb)
RETURNS uuid
LANGUAGE plpgsql AS $$
DECLARE
  paid_amount bigint := (input->>'amount')::bigint;
  items jsonb := oldest_first_of_invoice(placement_row.invoice_id, paid_amount);
  payment_key uuid;
BEGIN
  payment_key := record_agency_payment(ctx, placement_row, input);
  IF items <> '[]' THEN
    PERFORM allocate_payment(ctx, jsonb_build_object(
      'paymentId', payment_key,
      'bookedOn', input->>'businessDate',
      'items', items,
      'accounts', input->'accounts',
      'evidence', jsonb_build_object(
        'placement', placement_row.number,
        'sequence', input->'sequence')));
  END IF;
  IF placement_row.closed_at IS NOT NULL OR placement_row.state = 'recalled' THEN
    UPDATE placement
    SET recalled_amount = recalled_amount - paid_amount,
      collected_amount = collected_amount + paid_amount
    WHERE id = placement_row.id;
  END IF;

  IF EXISTS (SELECT 1 FROM payment WHERE id = payment_key AND unapplied_amount > 0) THEN
    PERFORM open_unapplied_work_item(ctx, payment_key, jsonb_build_object(
      'reason', 'paid-elsewhere', 'placement', placement_row.number));
  END IF;
  RETURN payment_key;
END $$;
