-- Places the open amount of an invoice with the wanted agency, or with the eligible one. When there
-- is none, a work item is opened.
--
-- Input:   the invoice, what is open of it, and {agencyId?, placedOn}
-- Answer:  as create_placement: kind `placed` with the placement, or `no-agency`
-- Locks:   the caller holds the open items and the receivable; the sale's lifecycle
-- Refuses: AGENCY_UNSUITABLE
CREATE OR REPLACE FUNCTION place_with_agency(
  ctx jsonb, invoice_key uuid, open_total bigint, input jsonb
) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  invoice_row invoice%ROWTYPE;
  agency_row agency%ROWTYPE;
BEGIN
  SELECT * INTO invoice_row FROM invoice WHERE id = invoice_key;
  agency_row := choose_agency(
    invoice_row, (input->>'agencyId')::uuid, (input->>'placedOn')::date);
  IF agency_row.id IS NULL THEN
    PERFORM open_invoice_work_item(ctx, invoice_key, jsonb_build_object(
      'kind', 'no-agency',
      'subjectKind', 'invoice',
      'subjectId', invoice_key,
      'amount', open_total));
    RETURN '{"kind":"no-agency"}';
  END IF;
  RETURN jsonb_build_object(
    'kind', 'placed',
    'placementId', insert_placement(
      ctx, invoice_row, agency_row,
      jsonb_build_object('amount', open_total, 'placedOn', input->>'placedOn')));
END $$;
