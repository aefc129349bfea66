-- Writes an event about a promise into the life of the sale. The workflows of the invoice are not
-- poked.
--
-- Input:   the promise, and the kind of the event
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION record_promise_event(
  ctx jsonb, promise promise_to_pay, kind text
) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM record_receivable_event(ctx, promise.invoice_id, kind, jsonb_build_object(
    'kind', 'promise',
    'id', promise.id,
    'amount', promise.amount,
    'detail', jsonb_build_object('promisedFor', promise.promised_for)));
END $$;
