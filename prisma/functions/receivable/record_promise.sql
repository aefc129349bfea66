-- Records that a customer has promised to pay. domain/receivable has checked whether the promise
-- may be accepted.
--
-- Input:   recordPromise in prisma/commands/receivable.ts
-- Answer:  the promise
-- Locks:   the books (shared), open items of the invoice by id, the receivable
-- Refuses: INVOICE_NOT_FOUND, NOTHING_OPEN, CURRENCY_MISMATCH, PROMISE_EXCEEDS_OPEN,
--   PROMISE_ALREADY_RUNNING
-- Key:     invoiceId: one promise runs at a time, another is refused
CREATE OR REPLACE FUNCTION record_promise(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  invoice_key uuid := (input->>'invoiceId')::uuid;
  promise_key uuid := uuid_v7();
BEGIN
  PERFORM enter_context(ctx);
  PERFORM check_against_open(
    invoice_key, input, lock_open_items(invoice_key), 'PROMISE_EXCEEDS_OPEN');
  IF EXISTS (SELECT 1 FROM promise_to_pay WHERE invoice_id = invoice_key AND state = 'open') THEN
    PERFORM refuse(
      'PROMISE_ALREADY_RUNNING', 'A promise on this invoice is still running.', 'promisedFor');
  END IF;

  INSERT INTO promise_to_pay (id, invoice_id, amount, currency, promised_on, promised_for, state,
    channel, recorded_by, recorded_at)
  SELECT promise_key, i.id, (input->>'amount')::bigint, i.currency,
    (input->>'promisedOn')::date, (input->>'promisedFor')::date, 'open', input->>'channel',
    ctx#>>'{actor,id}', context_at(ctx)
  FROM invoice i
  WHERE i.id = invoice_key;
  PERFORM note_receivable(ctx, invoice_key, 'promised', jsonb_build_object(
    'kind', 'promise',
    'id', promise_key,
    'amount', input->>'amount',
    'detail', jsonb_build_object('promisedFor', input->>'promisedFor')));
  RETURN jsonb_build_object('promiseId', promise_key);
END $$;
