-- Places the open amount of an invoice with a collection agency: the requested one, or the eligible
-- one. When there is none, a person is asked to look.
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
  invoice_row invoice%ROWTYPE;
  agency_row agency%ROWTYPE;
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

  SELECT * INTO invoice_row FROM invoice WHERE id = invoice_key;
  agency_row := choose_agency(invoice_row, (input->>'agencyId')::uuid);
  IF agency_row.id IS NULL THEN
    PERFORM open_invoice_work_item(ctx, invoice_key, jsonb_build_object(
      'kind', 'no-agency',
      'subjectKind', 'invoice',
      'subjectId', invoice_key,
      'amount', open_total));
    RETURN '{"kind":"no-agency"}';
  END IF;
  placement_key := insert_placement(
    ctx, invoice_row, agency_row,
    jsonb_build_object('amount', open_total, 'placedOn', input->>'placedOn'));
  RETURN jsonb_build_object('kind', 'placed', 'placementId', placement_key);
END $$;
