-- Ends a request to place an invoice and the work item of the second person.
--
-- Input:   the request, and how it ends: {state: 'approved' | 'rejected' | 'lapsed', settledBy?};
--          `settledBy` is the kind of the allocation after which nothing was left to place
-- Locks:   the caller holds the open items; the request, its work item, the receivable
-- Refuses: none
CREATE OR REPLACE FUNCTION end_placement_request(
  ctx jsonb, request placement_request, ended jsonb
) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE placement_request
  SET state = ended->>'state', decided_by = ctx#>>'{actor,id}', decided_at = context_at(ctx)
  WHERE id = request.id;
  PERFORM end_work_item(ctx, 'placement', request.id::text);
  PERFORM note_receivable(ctx, request.invoice_id, 'placement-request-' || (ended->>'state'),
    jsonb_build_object('kind', 'placement-request', 'id', request.id, 'amount', request.amount)
      || ended_request_detail(ended));
END $$;
