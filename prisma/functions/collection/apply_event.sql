-- What an event changes besides the case itself.
CREATE OR REPLACE FUNCTION apply_event(ctx jsonb, placed placement, event_key uuid, input jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE amount bigint := least(coalesce((input->>'amount')::bigint, placed.outstanding_amount), placed.outstanding_amount);
BEGIN
  IF placed.closed_at IS NOT NULL OR amount <= 0 AND input->>'type' IN ('promise', 'dispute', 'uncollectible') THEN RETURN; END IF;
  CASE input->>'type'
    WHEN 'promise' THEN
      -- Reports come late: what the debtor said last holds, and one promise at a time.
      IF EXISTS (SELECT 1 FROM placement_event v WHERE v.placement_id = placed.id AND v.type = 'promise'
          AND v.sequence > (input->>'sequence')::int) THEN RETURN; END IF;
      UPDATE promise_to_pay SET state = 'withdrawn', decided_at = context_at(ctx)
      WHERE invoice_id = placed.invoice_id AND state = 'open';
      INSERT INTO promise_to_pay (invoice_id, amount, currency, promised_on, promised_for, state, channel, recorded_by, recorded_at)
      VALUES (placed.invoice_id, amount, placed.currency, least((input->>'occurredOn')::date, (input->>'promisedFor')::date),
        (input->>'promisedFor')::date, 'open', 'agency', ctx#>>'{actor,id}', context_at(ctx));
    WHEN 'dispute' THEN
      IF NOT EXISTS (SELECT 1 FROM dispute WHERE invoice_id = placed.invoice_id AND state = 'open') THEN
        PERFORM open_dispute(ctx, jsonb_build_object('invoiceId', placed.invoice_id, 'amount', amount,
          'reason', input->>'reason'));
      END IF;
    WHEN 'direct_payment' THEN
      PERFORM check_direct_payment(ctx, placed, event_key, input);
    WHEN 'uncollectible' THEN
      IF NOT EXISTS (SELECT 1 FROM write_off WHERE invoice_id = placed.invoice_id AND state = 'requested') THEN
        PERFORM request_write_off(ctx, jsonb_build_object('invoiceId', placed.invoice_id, 'placementId', placed.id,
          'amount', placed.outstanding_amount, 'reason', input->>'reason'));
      END IF;
    WHEN 'closed' THEN
      PERFORM take_back(ctx, placed, 'closed', coalesce(input->>'reason', 'closed-by-agency'));
    ELSE NULL;
  END CASE;
END $$;
