-- Locks a case and answers what domain/collection decides from: its state and amounts, what was reported on it, the
-- agreement with the agency. Input {placementId}. For the agency itself. Refuses: PLACEMENT_NOT_FOUND.
CREATE OR REPLACE FUNCTION lock_case(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE placed placement%ROWTYPE;
BEGIN
  PERFORM require_agency();
  placed := lock_placement((input->>'placementId')::uuid);
  RETURN (SELECT jsonb_build_object('placementId', placed.id, 'state', placed.state, 'currency', placed.currency,
      'placed', placed.placed_amount::text, 'collected', placed.collected_amount::text, 'paidDirect', placed.paid_direct_amount::text,
      'adjusted', placed.adjusted_amount::text, 'recalled', placed.recalled_amount::text, 'writtenOff', placed.written_off_amount::text,
      'outstanding', placed.outstanding_amount::text, 'oldestDueOn', placed.oldest_due_on, 'placedOn', placed.placed_on,
      'zone', e.time_zone, 'commissionSchedule', a.commission_schedule,
      'events', (SELECT coalesce(jsonb_agg(jsonb_build_object('sequence', v.sequence, 'type', v.type,
          'contentHash', encode(v.content_hash, 'hex'))), '[]')
        FROM placement_event v WHERE v.placement_id = placed.id))
    FROM agency a, invoice i JOIN legal_entity e ON e.id = i.legal_entity_id
    WHERE a.id = placed.agency_id AND i.id = placed.invoice_id);
END $$;
