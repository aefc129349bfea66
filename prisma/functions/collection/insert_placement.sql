-- Writes a new placement, sends the agency a message and marks the receivable as placed. The
-- message holds no data of the debtor: the agency fetches them with its own key while it has the
-- case.
--
-- Input:   `terms` is {amount, placedOn}: all that is open of the invoice, and the day in the
--          zone of the legal entity; an agreement with the agency is in force on it
-- Answer:  the id of the placement
-- Locks:   the sale's lifecycle; the caller holds the open items and the receivable
-- Key:     the invoice (unique index placement_one_open)
CREATE OR REPLACE FUNCTION insert_placement(
  ctx jsonb,
  invoice_row invoice,
  agency_row agency,
  terms jsonb
) RETURNS uuid
LANGUAGE plpgsql AS $$
DECLARE
  placement_row placement%ROWTYPE;
BEGIN
  INSERT INTO placement (
    number, agency_id, invoice_id, customer_id, state, currency, placed_amount,
    outstanding_amount, oldest_due_on, terms_version, placed_on, placed_at, placed_by)
  SELECT
    'PLC-' || lpad(nextval('placement_number_seq')::text, 6, '0'), agency_row.id, invoice_row.id,
    invoice_row.customer_id, 'created', invoice_row.currency, (terms->>'amount')::bigint,
    (terms->>'amount')::bigint, min(due_on),
    agreement_in_force(agency_row.id, (terms->>'placedOn')::date),
    (terms->>'placedOn')::date, context_at(ctx), ctx#>>'{actor,id}'
  FROM open_item
  WHERE invoice_id = invoice_row.id AND open_amount > 0
  RETURNING * INTO placement_row;
  PERFORM place_open_items(placement_row);

  PERFORM tell_agency(ctx, placement_row, 'placement.created', json_build_object(
    'invoiceNumber', invoice_row.number,
    'placed', wire_money(placement_row.placed_amount, placement_row.currency),
    'oldestDueOn', placement_row.oldest_due_on,
    'termsVersion', placement_row.terms_version));
  PERFORM hand_receivable_over(ctx, invoice_row, placement_row);
  RETURN placement_row.id;
END $$;
