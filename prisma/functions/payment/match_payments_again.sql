-- Stores what another look at unapplied payments has found: a certain match is booked as that of a
-- fresh bank line would be, everything else replaces what a person was offered.
--
-- Input:   matchPaymentsAgain in prisma/commands/payment.ts; `unapplied` is what the matcher knew
--   to be left of the payment. Only a list of one may be booked: a refusal ends the whole call
-- Answer:  of each payment 'booked', 'offered', 'same' (the finding stands), 'changed' (another
--   command was faster: it stays on the list) or 'gone' (nothing is left of it)
-- Locks:   the books (shared), the payments by id, those of allocate_payment, the work item,
--   receivables by invoice
-- Refuses: those of allocate_payment: PAYMENT_NOT_FOUND, PAYMENT_REVERSED,
--   ALLOCATION_EXCEEDS_PAYMENT, OPEN_ITEM_NOT_FOUND, LEGAL_ENTITY_MISMATCH, CURRENCY_MISMATCH,
--   ALLOCATION_EXCEEDS_OPEN
-- Key:     the payment on the list; again it is matched again
CREATE OR REPLACE FUNCTION match_payments_again(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  wish jsonb;
  payment_row payment%ROWTYPE;
  end_kind text;
  answer jsonb := '[]';
BEGIN
  PERFORM enter_context(ctx);
  FOR wish IN
    SELECT value FROM jsonb_array_elements(input->'payments') ORDER BY value->>'paymentId'
  LOOP
    SELECT * INTO payment_row FROM payment WHERE id = (wish->>'paymentId')::uuid FOR UPDATE;
    end_kind := CASE
      WHEN payment_row.unapplied_amount = 0 OR payment_row.state = 'reversed' THEN 'gone'
      WHEN payment_row.unapplied_amount <> (wish->>'unapplied')::bigint THEN 'changed'
      WHEN wish#>>'{finding,kind}' = 'book' THEN 'booked'
      WHEN finding_stands(payment_row, wish->'finding') THEN 'same'
      ELSE 'offered'
    END;
    IF end_kind = 'booked' THEN
      PERFORM allocate_payment(ctx, jsonb_build_object(
        'paymentId', payment_row.id,
        'bookedOn', input->>'bookedOn',
        'accounts', input->'accounts',
        'items', wish#>'{finding,items}',
        'evidence', wish#>'{finding,evidence}'));
    ELSIF end_kind = 'offered' THEN
      PERFORM offer_payment_again(ctx, payment_row, wish->'finding');
    END IF;
    DELETE FROM payment_to_match WHERE payment_id = payment_row.id AND end_kind <> 'changed';
    answer := answer || jsonb_build_object('paymentId', payment_row.id, 'kind', end_kind);
  END LOOP;
  RETURN jsonb_build_object('payments', answer);
END $$;
