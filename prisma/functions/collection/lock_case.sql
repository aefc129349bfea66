-- Locks a case and answers what domain/collection decides from: how much was placed, when and how old it was, and the
-- agreement with the agency. Input {placementId}. For the agency itself. Refuses: PLACEMENT_NOT_FOUND.
CREATE OR REPLACE FUNCTION lock_case(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE placed placement%ROWTYPE;
BEGIN
  PERFORM require_agency();
  placed := lock_placement((input->>'placementId')::uuid);
  RETURN (SELECT jsonb_build_object('placed', placed.placed_amount::text, 'oldestDueOn', placed.oldest_due_on,
      'placedOn', placed.placed_on, 'zone', e.time_zone, 'commissionSchedule', a.commission_schedule)
    FROM agency a, invoice i JOIN legal_entity e ON e.id = i.legal_entity_id
    WHERE a.id = placed.agency_id AND i.id = placed.invoice_id);
END $$;
