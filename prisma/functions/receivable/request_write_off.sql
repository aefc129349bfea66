-- Requests a write-off of an invoice's open amount, or of part of it. A second person decides.
--
-- Input:   requestWriteOff in prisma/commands/receivable.ts; all that is open when `amount` is left
--   out
-- Answer:  the request
-- Locks:   the books (shared), open items of the invoice by id, the work item, the receivable
-- Refuses: INVOICE_NOT_FOUND, NOTHING_OPEN, CURRENCY_MISMATCH, WRITE_OFF_EXCEEDS_OPEN,
--   WRITE_OFF_WAITING
-- Key:     invoiceId: one request waits at a time (index write_off_one_requested), another is
--   refused
CREATE OR REPLACE FUNCTION request_write_off(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  invoice_key uuid := (input->>'invoiceId')::uuid;
  write_off_key uuid := uuid_v7();
  open_total bigint;
  asked_amount bigint;
BEGIN
  PERFORM enter_context(ctx);
  open_total := lock_open_items(invoice_key);
  PERFORM check_against_open(invoice_key, input, open_total, 'WRITE_OFF_EXCEEDS_OPEN');
  IF EXISTS (SELECT 1 FROM write_off WHERE invoice_id = invoice_key AND state = 'requested') THEN
    PERFORM refuse(
      'WRITE_OFF_WAITING',
      'Another request for this invoice waits for its second person.',
      'invoiceId');
  END IF;

  asked_amount := coalesce((input->>'amount')::bigint, open_total);
  INSERT INTO write_off (id, invoice_id, placement_id, amount, currency, reason, state,
    requested_by, requested_at)
  SELECT write_off_key, i.id, (input->>'placementId')::uuid, asked_amount, i.currency,
    input->>'reason', 'requested', ctx#>>'{actor,id}', context_at(ctx)
  FROM invoice i
  WHERE i.id = invoice_key;
  PERFORM ask_second_person(ctx, invoice_key, jsonb_build_object(
    'asked', 'write-off',
    'kind', 'write-off',
    'id', write_off_key,
    'amount', asked_amount,
    'reason', input->>'reason'));
  RETURN jsonb_build_object('writeOffId', write_off_key);
END $$;
