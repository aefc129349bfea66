-- Books kept and broken promises while an agency has the case. When the receivable has changed
-- since its facts were read, nothing is booked: the change has poked the case, and it reads again.
--
-- Input:   judgePromises in prisma/commands/receivable.ts; `version` is that of the facts
-- Answer:  {}
-- Locks:   the books (shared), open items of the invoice by id, the receivable, the promises
-- Refuses: INVOICE_NOT_FOUND
-- Key:     the version of the receivable, and the states of the promises
CREATE OR REPLACE FUNCTION judge_promises(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  invoice_key uuid := (input->>'invoiceId')::uuid;
BEGIN
  PERFORM enter_context(ctx);
  PERFORM lock_open_items(invoice_key);
  PERFORM 1 FROM receivable
  WHERE invoice_id = invoice_key AND version = (input->>'version')::int
  FOR UPDATE;
  IF FOUND THEN
    PERFORM decide_promises(ctx, invoice_key, input->'promises');
  END IF;
  RETURN '{}';
END $$;
