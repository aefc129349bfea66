-- Ends a request for a credit note. `ended`: {state, settledBy?}. The credit note itself tells of one that was approved. The
-- caller holds the items.
CREATE OR REPLACE FUNCTION end_credit_note_request(ctx jsonb, asked credit_note_request, ended jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE credit_note_request SET state = ended->>'state', decided_by = ctx#>>'{actor,id}', decided_at = context_at(ctx)
  WHERE id = asked.id;
  PERFORM end_work_item(ctx, 'credit-note', asked.id::text);
  IF ended->>'state' <> 'approved' THEN
    PERFORM note_receivable(ctx, asked.invoice_id, 'credit-note-' || (ended->>'state'), jsonb_build_object(
      'kind', 'credit-note-request', 'id', asked.id, 'amount', asked.amount) || ended_request_detail(ended));
  END IF;
END $$;
