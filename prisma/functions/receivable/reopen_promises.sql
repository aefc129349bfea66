-- Reopens promises after a payment was undone: those judged kept since it was allocated, and
-- those that ended with the receivable. They are judged anew.
--
-- Input:   the invoice, and when the money was allocated
-- Locks:   the caller holds the receivable; the promises
-- Refuses: none
CREATE OR REPLACE FUNCTION reopen_promises(
  ctx jsonb, invoice_key uuid, since timestamptz
) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  promise promise_to_pay%ROWTYPE;
BEGIN
  FOR promise IN
    UPDATE promise_to_pay p
    SET state = 'open', decided_at = NULL
    FROM receivable r
    WHERE p.invoice_id = invoice_key
      AND r.invoice_id = invoice_key
      AND (p.state = 'kept' AND p.decided_at >= since
        OR p.state = 'withdrawn' AND p.decided_at = r.closed_at)
    RETURNING p.*
  LOOP
    PERFORM record_promise_event(ctx, promise, 'promise-reopened');
  END LOOP;
END $$;
