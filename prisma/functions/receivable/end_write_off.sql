-- Ends a request to write off and the work item of the second person.
--
-- Input:   the request, and how it ends: {state: 'approved' | 'rejected' | 'lapsed', amount,
--          settledBy?}; `amount` is what is given up, `settledBy` the kind of the allocation after
--          which nothing was left to pay
-- Locks:   the caller holds the open items; the request, its work item, the receivable
-- Refuses: none
CREATE OR REPLACE FUNCTION end_write_off(ctx jsonb, request write_off, ended jsonb) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE write_off
  SET state = ended->>'state', decided_by = ctx#>>'{actor,id}', decided_at = context_at(ctx)
  WHERE id = request.id;
  PERFORM end_work_item(ctx, 'write-off', request.id::text);
  PERFORM note_receivable(ctx, request.invoice_id, 'write-off-' || (ended->>'state'),
    jsonb_build_object('kind', 'write-off', 'id', request.id, 'amount', ended->'amount')
      || ended_request_detail(ended));
END $$;
