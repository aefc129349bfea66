-- Opens a work item about an agency that accepts no messages about a case. Does nothing when no
-- message of the case waits.
--
-- Input:   reportUntoldAgency in prisma/commands/collection.ts
-- Locks:   the books (shared)
-- Refuses: none
-- Key:     placementId: one work item for each case
CREATE OR REPLACE FUNCTION report_untold_agency(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM enter_context(ctx);
  PERFORM open_invoice_work_item(ctx, placement.invoice_id, jsonb_build_object(
      'kind', 'agency-unreachable',
      'subjectKind', 'placement',
      'subjectId', placement.id,
      'amount', placement.outstanding_amount,
      'detail', jsonb_build_object(
        'placement', placement.number,
        'agency', agency.name,
        'waiting', untaken.waiting,
        'lastStatus', untaken.last_status,
        'lastError', untaken.last_error)))
  FROM placement
  JOIN agency ON agency.id = placement.agency_id
  CROSS JOIN LATERAL (
    SELECT
      count(*) AS waiting,
      max(message.last_status) AS last_status,
      max(message.last_error) AS last_error
    FROM webhook_delivery message
    WHERE message.placement_id = placement.id AND message.delivered_at IS NULL) untaken
  WHERE placement.id = (input->>'placementId')::uuid AND untaken.waiting > 0;
  RETURN '{}';
END $$;
