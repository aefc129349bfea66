-- Withdraws a promise, so that it no longer holds reminders.
--
-- Input:   withdrawPromise in prisma/commands/receivable.ts
-- Answer:  {}
-- Locks:   the books (shared), open items of the invoice by id, the promise, the receivable
-- Refuses: PROMISE_NOT_FOUND, PROMISE_ENDED; never INVOICE_NOT_FOUND: a promise has an invoice
-- Key:     promiseId; withdrawing again is refused
CREATE OR REPLACE FUNCTION withdraw_promise(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  promise_key uuid := (input->>'promiseId')::uuid;
  invoice_key uuid := (SELECT invoice_id FROM promise_to_pay WHERE id = promise_key);
BEGIN
  PERFORM enter_context(ctx);
  IF invoice_key IS NULL THEN
    PERFORM refuse('PROMISE_NOT_FOUND', 'There is no such promise.', 'promiseId');
  END IF;
  PERFORM lock_open_items(invoice_key);
  UPDATE promise_to_pay
  SET state = 'withdrawn', decided_at = context_at(ctx)
  WHERE id = promise_key AND state = 'open';
  IF NOT FOUND THEN
    PERFORM refuse('PROMISE_ENDED', 'The promise is not open any more.', 'promiseId');
  END IF;
  PERFORM note_receivable(ctx, invoice_key, 'promise-withdrawn', jsonb_build_object(
    'kind', 'promise', 'id', promise_key));
  RETURN '{}';
END $$;
