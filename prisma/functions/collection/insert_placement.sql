CREATE OR REPLACE FUNCTION insert_placement(ctx jsonb, claim invoice, chosen agency, given jsonb) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  placed placement%ROWTYPE;
BEGIN
  INSERT INTO placement (number, agency_id, invoice_id, customer_id, state, currency, placed_amount, outstanding_amount,
    oldest_due_on, terms_version, placed_on, placed_at, placed_by)
  SELECT 'PLC-' || lpad(nextval('placement_number_seq')::text, 6, '0'), chosen.id, claim.id, claim.customer_id, 'created',
    claim.currency, (given->>'due')::bigint, (given->>'due')::bigint, min(due_on), chosen.terms_version,
    (given->>'placedOn')::date, context_at(ctx), ctx#>>'{actor,id}'
  FROM open_item WHERE invoice_id = claim.id AND open_amount > 0
  RETURNING * INTO placed;
  INSERT INTO placement_item (placement_id, open_item_id, principal_amount, fee_amount, currency)
  SELECT placed.id, id, CASE WHEN kind = 'fee' THEN 0 ELSE open_amount END, CASE WHEN kind = 'fee' THEN open_amount ELSE 0 END, currency
  FROM open_item WHERE invoice_id = claim.id AND open_amount > 0;
  -- No word about the debtor: the agency fetches what it needs under its own key, for as long as it has the case.
  PERFORM tell_agency(ctx, placed, 'placement.created', json_build_object('invoiceNumber', claim.number,
    'placed', wire_money(placed.placed_amount, placed.currency), 'oldestDueOn', placed.oldest_due_on,
    'termsVersion', placed.terms_version));
  UPDATE receivable SET state = 'placed', next_step = 'collection', next_step_at = NULL WHERE invoice_id = claim.id;
  PERFORM set_stage(ctx, claim.sale_id, 'placed', jsonb_build_object('nextStep', 'collection'));
  PERFORM end_work_item(ctx, asked.kind, claim.id::text)
  FROM unnest(ARRAY['no-agency', 'returned-by-agency', 'not-for-placement', 'small-rest']) AS asked(kind);
  PERFORM note_receivable(ctx, claim.id, 'placed', jsonb_build_object('kind', 'placement', 'id', placed.id, 'number', placed.number,
    'amount', placed.placed_amount, 'workflowId', 'placement:' || placed.id, 'detail', jsonb_build_object('agency', chosen.name)));
  RETURN placed.id;
END $$;
