-- Ends a receivable with nothing left to pay, and with it the life of its sale.
--
-- Input:   closeReceivable in prisma/commands/receivable.ts
-- Answer:  whether it ended now: false when it had ended before
-- Locks:   the books (shared), open items of the invoice by id, the receivable, the sale's life
-- Refuses: RECEIVABLE_OPEN
-- Key:     invoiceId; again nothing happens
CREATE OR REPLACE FUNCTION close_receivable(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  invoice_key uuid := (input->>'invoiceId')::uuid;
  unit text := (SELECT currency FROM invoice WHERE id = invoice_key);
  open_total bigint;
BEGIN
  PERFORM enter_context(ctx);
  PERFORM 1 FROM open_item WHERE invoice_id = invoice_key ORDER BY id FOR UPDATE;
  SELECT coalesce(sum(open_amount), 0) INTO open_total
  FROM open_item
  WHERE invoice_id = invoice_key;
  IF open_total > 0 THEN
    PERFORM refuse(
      'RECEIVABLE_OPEN',
      format('%s is still open.', money_text(open_total, unit)),
      'invoiceId');
  END IF;

  UPDATE receivable
  SET state = 'closed',
    outcome = input->>'outcome',
    closed_at = context_at(ctx),
    next_step = NULL,
    next_step_at = NULL
  WHERE invoice_id = invoice_key AND closed_at IS NULL;
  IF NOT FOUND THEN
    RETURN '{"closed":false}';
  END IF;
  -- What was brought in from another system has no sale here.
  IF (SELECT sale_id FROM invoice WHERE id = invoice_key) IS NULL THEN
    RETURN '{"closed":true}';
  END IF;
  RETURN close_sale(ctx, jsonb_build_object(
    'outcome', input->>'outcome',
    'saleId', (SELECT sale_id FROM invoice WHERE id = invoice_key)));
END $$;
