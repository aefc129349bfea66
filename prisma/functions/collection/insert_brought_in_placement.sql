-- Writes the case of another system with what was settled of it before, and marks the receivable as
-- placed.
--
-- Input:   as bring_in_placement; `settled` is all that is not outstanding any more
-- Answer:  the id of the placement
-- Locks:   the caller holds the open items and the receivable
-- Refuses: AGENCY_UNSUITABLE
CREATE OR REPLACE FUNCTION insert_brought_in_placement(
  ctx jsonb, invoice_row invoice, settled bigint, input jsonb
) RETURNS uuid
LANGUAGE plpgsql AS $$
DECLARE
  day date := (input->>'placedOn')::date;
  agency_row agency%ROWTYPE;
  terms integer;
  placement_row placement%ROWTYPE;
BEGIN
  SELECT * INTO STRICT agency_row FROM agency WHERE id = (input->>'agencyId')::uuid;
  SELECT version INTO terms
  FROM agreement
  WHERE agency_id = agency_row.id
    AND version = coalesce(
      (input->>'agreement')::int,
      agreement_in_force(agency_row.id, day),
      agreement_in_force(agency_row.id, (input->>'today')::date));
  IF terms IS NULL OR NOT agency_row.active OR agency_row.currency <> invoice_row.currency THEN
    PERFORM refuse(
      'AGENCY_UNSUITABLE',
      'The agency is not active, has no such agreement, or collects in another currency.',
      'agency');
  END IF;

  INSERT INTO placement (
    number, agency_id, invoice_id, customer_id, state, currency, placed_amount, collected_amount,
    paid_direct_amount, adjusted_amount, outstanding_amount, settled_before_amount, oldest_due_on,
    terms_version, placed_on, placed_at, placed_by, acknowledged_at)
  SELECT
    'PLC-' || lpad(nextval('placement_number_seq')::text, 6, '0'), agency_row.id, invoice_row.id,
    invoice_row.customer_id, input->>'state', invoice_row.currency, (input->>'placed')::bigint,
    (input->>'collected')::bigint, (input->>'paidDirect')::bigint, (input->>'adjusted')::bigint,
    (input->>'placed')::bigint - settled, settled, min(due_on), terms, day, context_at(ctx),
    ctx#>>'{actor,id}', CASE WHEN input->>'state' = 'acknowledged' THEN context_at(ctx) END
  FROM open_item
  WHERE invoice_id = invoice_row.id AND open_amount > 0
  RETURNING * INTO placement_row;
  PERFORM place_open_items(placement_row);
  PERFORM hand_receivable_over(ctx, invoice_row, placement_row);
  RETURN placement_row.id;
END $$;
