-- Locks a case and answers what domain/collection decides a commission from: how much was placed,
-- when, how old it was, the agreement that it was placed under, and the dunning policy (null:
-- none). For the request of the agency itself, whose transaction has entered the books.
--
-- Input:   lockCase in prisma/commands/collection.ts
-- Answer:  amounts are text in the smallest booked unit
-- Locks:   the invoice's open items by id, the placement
-- Refuses: PLACEMENT_NOT_FOUND
-- Key:     changes nothing
CREATE OR REPLACE FUNCTION lock_case(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  placement_row placement%ROWTYPE;
BEGIN
  PERFORM require_agency();
  placement_row := lock_placement((input->>'placementId')::uuid);
  RETURN (
    SELECT jsonb_build_object(
      'placed', placement_row.placed_amount::text,
      'oldestDueOn', placement_row.oldest_due_on,
      'placedOn', placement_row.placed_on,
      'placedAt', placement_row.placed_at,
      'zone', entity.time_zone,
      'policy', dunning_policy_of(
        customer.segment, invoice.currency,
        (context_at(ctx) AT TIME ZONE entity.time_zone)::date),
      'commissionSchedule', agreement.commission_schedule)
    FROM agreement
    CROSS JOIN invoice
    JOIN legal_entity entity ON entity.id = invoice.legal_entity_id
    JOIN customer ON customer.id = invoice.customer_id
    WHERE agreement.agency_id = placement_row.agency_id
      AND agreement.version = placement_row.terms_version
      AND invoice.id = placement_row.invoice_id);
END $$;
