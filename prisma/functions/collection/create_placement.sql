-- Places all that is open of an invoice with an agency. Input {invoiceId, placedOn, agencyId?, version?}: with
-- `version` only if nothing about the receivable has changed since it was read. Answers {kind: 'placed',
-- placementId} (also when it is placed already), {kind: 'no-agency'} (a work item is open), {kind: 'changed'}.
-- Refuses: INVOICE_NOT_FOUND, NOTHING_OPEN, DISPUTE_OPEN, AGENCY_UNSUITABLE.
CREATE OR REPLACE FUNCTION create_placement(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  invoice_key uuid := (input->>'invoiceId')::uuid;
  due bigint;
  placed uuid;
  claim invoice%ROWTYPE;
  chosen agency%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  due := lock_open_items(invoice_key);
  SELECT id INTO placed FROM placement WHERE invoice_id = invoice_key AND closed_at IS NULL;
  IF FOUND THEN RETURN jsonb_build_object('kind', 'placed', 'placementId', placed); END IF;
  PERFORM 1 FROM receivable WHERE invoice_id = invoice_key AND version = coalesce((input->>'version')::int, version) FOR UPDATE;
  IF NOT FOUND THEN RETURN '{"kind":"changed"}'; END IF;
  IF due = 0 THEN PERFORM refuse('NOTHING_OPEN', 'Nothing of this invoice is left to pay.', 'invoiceId'); END IF;
  IF EXISTS (SELECT 1 FROM dispute WHERE invoice_id = invoice_key AND state = 'open') THEN
    PERFORM refuse('DISPUTE_OPEN', 'What is disputed is not placed with an agency.', 'invoiceId');
  END IF;
  SELECT * INTO claim FROM invoice WHERE id = invoice_key;
  SELECT * INTO chosen FROM agency WHERE id = coalesce((input->>'agencyId')::uuid, eligible_agency(invoice_key));
  IF input->>'agencyId' IS NOT NULL AND (chosen.id IS NULL OR NOT chosen.active OR chosen.currency <> claim.currency) THEN
    PERFORM refuse('AGENCY_UNSUITABLE', 'There is no such active agency for this currency.', 'agencyId');
  END IF;
  IF chosen.id IS NULL THEN
    PERFORM open_work_item(ctx, jsonb_build_object('kind', 'no-agency', 'subjectKind', 'invoice', 'subjectId', claim.id,
      'saleId', claim.sale_id, 'storeId', claim.store_id, 'customerId', claim.customer_id, 'amount', due,
      'currency', claim.currency, 'detail', jsonb_build_object('invoice', claim.number)));
    RETURN '{"kind":"no-agency"}';
  END IF;
  RETURN jsonb_build_object('kind', 'placed', 'placementId',
    insert_placement(ctx, claim, chosen, jsonb_build_object('due', due, 'placedOn', input->>'placedOn')));
END $$;
