-- Ends a request to write off. `ended`: {state, amount, settledBy?}. The caller holds the items.
CREATE OR REPLACE FUNCTION end_write_off(ctx jsonb, asked write_off, ended jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE write_off SET state = ended->>'state', decided_by = ctx#>>'{actor,id}', decided_at = context_at(ctx)
  WHERE id = asked.id;
  PERFORM end_work_item(ctx, 'write-off', asked.id::text);
  PERFORM note_receivable(ctx, asked.invoice_id, 'write-off-' || (ended->>'state'), jsonb_build_object('kind', 'write-off',
    'id', asked.id, 'amount', ended->'amount') || ended_request_detail(ended));
END $$;
