-- Books the decision about a receivable: its end, or its next step. When the facts have changed
-- since they were read, nothing is booked, and the caller reads them again.
--
-- Input:   storeNextStep in prisma/commands/receivable.ts; `version` is that of the facts,
--   `workItem` the kind of work item that puts the decision before a person, `holds` the holds that
--   a person looks at again
-- Answer:  kind 'stored', or 'changed' when the facts have changed since
-- Locks:   the books (shared), to close it its open items by id, the receivable, its promises, the
--   sale's life; to close it also payments that are suggested for it, those that are free only
-- Refuses: INVOICE_NOT_FOUND (to close it only); under its locks never RECEIVABLE_OPEN
-- Key:     the version of the receivable
CREATE OR REPLACE FUNCTION store_next_step(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  invoice_key uuid := (input->>'invoiceId')::uuid;
BEGIN
  PERFORM enter_context(ctx);
  IF input->>'kind' = 'close' AND lock_open_items(invoice_key) > 0 THEN
    RETURN '{"kind":"changed"}';
  END IF;
  PERFORM 1 FROM receivable
  WHERE invoice_id = invoice_key AND version = (input->>'version')::int
  FOR UPDATE;
  IF NOT FOUND THEN
    RETURN '{"kind":"changed"}';
  END IF;

  PERFORM decide_promises(ctx, invoice_key, input->'promises');
  IF input->>'kind' = 'close' THEN
    PERFORM end_receivable(ctx, invoice_key, input->>'outcome');
  ELSE
    PERFORM announce_next_step(ctx, invoice_key, input);
  END IF;
  RETURN '{"kind":"stored"}';
END $$;
