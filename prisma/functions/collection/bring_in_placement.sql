-- Brings in a case that an agency runs already: its invoice, which was brought in before, lives on
-- as placed with that agency, under the agreement that is named, or was in force on the day that
-- the agency got it, or is in force now. The agency has the case, so nothing is sent to it;
-- deadlines and reports begin at the moment of bringing in, and with them commission.
--
-- Input:   bringInPlacement in prisma/commands/collection.ts
-- Answer:  the placement
-- Locks:   the books (shared), the invoice's open items by id, the receivable
-- Refuses: INVOICE_NOT_FOUND, PLACEMENT_OPEN, NOTHING_OPEN, DISPUTE_OPEN, AGENCY_UNSUITABLE,
--          PLACEMENT_AMOUNTS_DIFFER
-- Key:     invoiceId (unique index placement_one_open); a second case of an invoice is refused
CREATE OR REPLACE FUNCTION bring_in_placement(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  invoice_key uuid := (input->>'invoiceId')::uuid;
  settled bigint := (input->>'collected')::bigint + (input->>'paidDirect')::bigint
    + (input->>'adjusted')::bigint;
  open_total bigint;
  invoice_row invoice%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  open_total := lock_open_items(invoice_key);
  PERFORM 1 FROM receivable WHERE invoice_id = invoice_key FOR UPDATE;
  IF EXISTS (SELECT 1 FROM placement WHERE invoice_id = invoice_key AND closed_at IS NULL) THEN
    PERFORM refuse('PLACEMENT_OPEN', 'The invoice is with an agency already.', 'number');
  END IF;
  PERFORM check_placeable(invoice_key, open_total);
  SELECT * INTO invoice_row FROM invoice WHERE id = invoice_key;
  IF (input->>'placed')::bigint - settled <> open_total THEN
    PERFORM refuse(
      'PLACEMENT_AMOUNTS_DIFFER',
      format('%s is open of the invoice, the row leaves %s.',
        money_text(open_total, invoice_row.currency),
        money_text((input->>'placed')::bigint - settled, invoice_row.currency)),
      'placed');
  END IF;
  RETURN jsonb_build_object(
    'placementId', insert_brought_in_placement(ctx, invoice_row, settled, input));
END $$;
