-- Ends a request for a credit note and the work item of the second person. An approval writes no
-- event of its own: the credit note does.
--
-- Input:   ended: {state: 'approved' | 'rejected' | 'lapsed', settledBy?}; `settledBy` is the kind
--          of the allocation after which nothing was left to credit
-- Locks:   the caller holds the open items; the request, its work item, the receivable
CREATE OR REPLACE FUNCTION end_credit_note_request(
  ctx jsonb, request credit_note_request, ended jsonb)
RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE credit_note_request
  SET state = ended->>'state', decided_by = ctx#>>'{actor,id}', decided_at = context_at(ctx)
  WHERE id = request.id;
  PERFORM end_work_item(ctx, 'credit-note', request.id::text);
  IF ended->>'state' <> 'approved' THEN
    PERFORM note_receivable(
      ctx,
      request.invoice_id,
      'credit-note-' || (ended->>'state'),
      jsonb_build_object(
        'kind', 'credit-note-request', 'id', request.id, 'amount', request.amount)
      || ended_request_detail(ended));
  END IF;
END $$;
