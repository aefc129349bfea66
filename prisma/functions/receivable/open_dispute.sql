-- A customer objects to an invoice, or to part of it. While a dispute is open, letters do not ask
-- for its amount.
--
-- Input:   openDispute in prisma/commands/receivable.ts; all that is open and not disputed yet when
--   `amount` is left out
-- Answer:  the dispute
-- Locks:   the books (shared), open items of the invoice by id, the placement, the work item, the
--   receivable
-- Refuses: INVOICE_NOT_FOUND, NOTHING_OPEN, CURRENCY_MISMATCH, DISPUTE_EXCEEDS_OPEN
-- Key:     none: a repetition disputes more, and is refused when less is undisputed
CREATE OR REPLACE FUNCTION open_dispute(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  invoice_key uuid := (input->>'invoiceId')::uuid;
  dispute_key uuid := uuid_v7();
  undisputed bigint;
  unit text := (SELECT currency FROM invoice WHERE id = invoice_key);
  disputed_amount bigint;
BEGIN
  PERFORM enter_context(ctx);
  undisputed := lock_open_items(invoice_key);
  PERFORM check_against_open(invoice_key, input, undisputed, 'DISPUTE_EXCEEDS_OPEN');
  SELECT undisputed - coalesce(sum(amount), 0) INTO undisputed
  FROM dispute
  WHERE invoice_id = invoice_key AND state = 'open';
  disputed_amount := coalesce((input->>'amount')::bigint, undisputed);
  IF disputed_amount > undisputed OR disputed_amount <= 0 THEN
    PERFORM refuse(
      'DISPUTE_EXCEEDS_OPEN',
      format('%s is open and not disputed yet.', money_text(greatest(undisputed, 0), unit)),
      'amount.amount');
  END IF;

  INSERT INTO dispute (id, invoice_id, reason, amount, currency, state, opened_by, opened_at)
  SELECT dispute_key, i.id, input->>'reason', disputed_amount, i.currency, 'open',
    ctx#>>'{actor,id}', context_at(ctx)
  FROM invoice i
  WHERE i.id = invoice_key;
  PERFORM set_disputed_part_aside(ctx, invoice_key);
  PERFORM open_invoice_work_item(ctx, invoice_key, jsonb_build_object(
    'kind', 'dispute',
    'subjectKind', 'dispute',
    'subjectId', dispute_key,
    'amount', disputed_amount,
    'detail', jsonb_build_object('reason', input->>'reason')));
  PERFORM note_receivable(ctx, invoice_key, 'disputed', jsonb_build_object(
    'kind', 'dispute',
    'id', dispute_key,
    'amount', disputed_amount,
    'detail', jsonb_build_object('reason', input->>'reason')));
  RETURN jsonb_build_object('disputeId', dispute_key);
END $$;
