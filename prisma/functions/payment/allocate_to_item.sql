-- Allocates one amount to one open item, and writes it into the life of its sale.
--
-- Input:   `settlement` as settle_open_items has it, the open item as it was before, the amount
-- Answer:  the allocation
-- Locks:   the caller holds the open item
-- Refuses: none: check_settlement has looked
CREATE OR REPLACE FUNCTION allocate_to_item(
  ctx jsonb, settlement jsonb, item_row open_item, settled_amount bigint
) RETURNS uuid
LANGUAGE plpgsql AS $$
DECLARE
  allocation_key uuid := uuid_v7();
BEGIN
  UPDATE open_item
  SET open_amount = open_amount - settled_amount,
    settled_on = CASE WHEN open_amount = settled_amount THEN greatest(
      counts_from,
      (settlement->>'bookedOn')::date,
      (SELECT max(a.booked_on) FROM allocation a
        WHERE a.open_item_id = item_row.id AND a.reversed_at IS NULL)) END
  WHERE id = item_row.id;
  INSERT INTO allocation (id, open_item_id, kind, payment_id, credit_note_id, write_off_id,
    deduction_id, amount, currency, booked_on, booked_at, booked_by, evidence)
  VALUES (allocation_key, item_row.id, settlement->>'kind', (settlement->>'paymentId')::uuid,
    (settlement->>'creditNoteId')::uuid, (settlement->>'writeOffId')::uuid,
    (settlement->>'deductionId')::uuid, settled_amount, settlement->>'currency',
    (settlement->>'bookedOn')::date, context_at(ctx), ctx#>>'{actor,id}', settlement->'evidence');
  PERFORM record_receivable_event(ctx, item_row.invoice_id, settlement->>'kind' || '-applied',
    jsonb_build_object('kind', 'allocation', 'id', allocation_key, 'amount', settled_amount));
  RETURN allocation_key;
END $$;
