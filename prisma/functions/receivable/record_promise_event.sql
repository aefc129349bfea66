-- Writes into the life of the sale what became of a promise. Those who follow the invoice are not
-- told.
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
