-- Books which promises were kept or broken. A promise that is no longer open stays as it is.
--
-- Input:   the invoice, and its promises: [{promiseId, state: 'kept' | 'broken'}]
-- Locks:   the caller holds the receivable; the promises
-- Refuses: none
-- Key:     the states of the promises; again nothing happens
CREATE OR REPLACE FUNCTION decide_promises(
  ctx jsonb, invoice_key uuid, decisions jsonb
) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  promise promise_to_pay%ROWTYPE;
BEGIN
  FOR promise IN
    UPDATE promise_to_pay p
    SET state = decision->>'state', decided_at = context_at(ctx)
    FROM jsonb_array_elements(decisions) decision
    WHERE p.id = (decision->>'promiseId')::uuid
      AND p.invoice_id = invoice_key
      AND p.state = 'open'
    RETURNING p.*
  LOOP
    PERFORM record_promise_event(ctx, promise, 'promise-' || promise.state);
  END LOOP;
END $$;
