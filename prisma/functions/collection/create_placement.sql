-- Places the open amount of an invoice with a collection agency: the requested one, or the eligible
-- one. When there is none, a person is asked to look. What the policy would not place a second
-- person agrees to (decide_placement_request).
--
-- Input:   createPlacement in prisma/commands/collection.ts; with `version` the invoice is placed
--          only if nothing about the receivable has changed since that version was read
-- Answer:  kind `placed`: the invoice is placed, now or before; `no-agency`: a work item is open;
--          `changed`: the receivable has another version
-- Locks:   the books (shared), the invoice's open items by id, the receivable, its sale's
--          lifecycle
-- Refuses: INVOICE_NOT_FOUND, NOTHING_OPEN, DISPUTE_OPEN, AGENCY_UNSUITABLE
-- Key:     invoiceId: an invoice has one open placement at a time (unique index
--          placement_one_open), and a repetition answers it
CREATE OR REPLACE FUNCTION create_placement(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  invoice_key uuid := (input->>'invoiceId')::uuid;
  open_total bigint;
  placement_key uuid;
BEGIN
  PERFORM enter_context(ctx);
  open_total := lock_open_items(invoice_key);
  SELECT id INTO placement_key
  FROM placement
  WHERE invoice_id = invoice_key AND closed_at IS NULL;
  IF FOUND THEN
    RETURN jsonb_build_object('kind', 'placed', 'placementId', placement_key);
  END IF;
  PERFORM 1
  FROM receivable
  WHERE invoice_id = invoice_key AND version = coalesce((input->>'version')::int, version)
  FOR UPDATE;
  IF NOT FOUND THEN
    RETURN '{"kind":"changed"}';
  END IF;
  PERFORM check_placeable(invoice_key, open_total);

  RETURN place_with_agency(ctx, invoice_key, open_total, input);
END $$;
