-- What became of promises while an agency has the case. Input {invoiceId, version, promises: [{promiseId, state}]}. When
-- something has happened since the facts of `version` were read, nothing is booked: it has woken the case to look again.
CREATE OR REPLACE FUNCTION judge_promises(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  PERFORM enter_context(ctx);
  PERFORM lock_open_items((input->>'invoiceId')::uuid);
  PERFORM 1 FROM receivable WHERE invoice_id = (input->>'invoiceId')::uuid AND version = (input->>'version')::int FOR UPDATE;
  IF FOUND THEN PERFORM decide_promises(ctx, (input->>'invoiceId')::uuid, input->'promises'); END IF;
  RETURN '{}';
END $$;
