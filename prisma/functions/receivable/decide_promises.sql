-- Books what became of promises. A promise that is not open any more stays as it is.
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
  promise record;
BEGIN
  FOR promise IN
    UPDATE promise_to_pay p
    SET state = decision->>'state', decided_at = context_at(ctx)
    FROM jsonb_array_elements(decisions) decision
    WHERE p.id = (decision->>'promiseId')::uuid
      AND p.invoice_id = invoice_key
      AND p.state = 'open'
    RETURNING p.id, p.state, p.amount, p.promised_for
  LOOP
    PERFORM record_receivable_event(ctx, invoice_key, 'promise-' || promise.state,
      jsonb_build_object(
        'kind', 'promise',
        'id', promise.id,
        'amount', promise.amount,
        'detail', jsonb_build_object('promisedFor', promise.promised_for)));
  END LOOP;
END $$;
