-- Keeps an open placement in balance when part of its invoice is settled (`amount` > 0) or comes back
-- (`amount` < 0). `part` is the column that takes it: collected, paid_direct, adjusted or written_off.
-- An item that was paid when the case began and is open again, or a fee that came after, belongs to the case from now on.
-- The agency learns of everything that did not come from itself by webhook.
CREATE OR REPLACE FUNCTION settle_placement(ctx jsonb, invoice_key uuid, part text, amount bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE placed placement%ROWTYPE;
BEGIN
  SELECT * INTO placed FROM placement WHERE invoice_id = invoice_key AND closed_at IS NULL FOR UPDATE;
  IF NOT FOUND OR placed.state = 'recalled' THEN RETURN; END IF;
  IF amount < 0 THEN
    INSERT INTO placement_item (placement_id, open_item_id, principal_amount, fee_amount, currency)
    SELECT placed.id, o.id, CASE WHEN o.kind = 'fee' THEN 0 ELSE o.open_amount END,
      CASE WHEN o.kind = 'fee' THEN o.open_amount ELSE 0 END, o.currency
    FROM open_item o WHERE o.invoice_id = invoice_key AND o.open_amount > 0
    ON CONFLICT (placement_id, open_item_id) DO NOTHING;
  END IF;
  -- What was settled before the placement and comes back now was never part of it: it is added to it.
  IF amount < 0 AND part <> 'adjusted' AND (amount + CASE part WHEN 'collected' THEN placed.collected_amount
      WHEN 'paid_direct' THEN placed.paid_direct_amount ELSE placed.written_off_amount END) < 0 THEN
    part := 'adjusted';
  END IF;
  UPDATE placement SET
    collected_amount = collected_amount + CASE WHEN part = 'collected' THEN amount ELSE 0 END,
    paid_direct_amount = paid_direct_amount + CASE WHEN part = 'paid_direct' THEN amount ELSE 0 END,
    adjusted_amount = adjusted_amount + CASE WHEN part = 'adjusted' THEN amount ELSE 0 END,
    written_off_amount = written_off_amount + CASE WHEN part = 'written_off' THEN amount ELSE 0 END,
    outstanding_amount = outstanding_amount - amount
  WHERE id = placed.id;
  -- An agency knows of its own money only that it came, not that it went back.
  IF part <> 'collected' OR amount < 0 THEN
    INSERT INTO webhook_delivery (agency_id, placement_id, type, payload, created_at)
    VALUES (placed.agency_id, placed.id,
      CASE WHEN part = 'paid_direct' AND amount > 0 THEN 'placement.direct_payment' ELSE 'placement.adjusted' END,
      json_build_object('placementId', placed.id, 'placementNumber', placed.number, 'occurredAt', ctx->>'at',
        'amount', json_build_object('amount', amount::text, 'currency', trim(placed.currency)),
        'outstanding', json_build_object('amount', (placed.outstanding_amount - amount)::text, 'currency', trim(placed.currency))),
      context_at(ctx));
  END IF;
  PERFORM end_direct_payments(ctx, placed.id);
END $$;
