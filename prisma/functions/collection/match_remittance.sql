-- Checks whether a payment on our bank account is the net of an agency's remittance, and settles
-- the remittance with it. It fits when the legal entity, currency and amount are the same and the
-- number of the remittance stands in the payment's text. Only letters and digits are compared,
-- because banks drop slashes.
--
-- Input:   matchRemittance in prisma/commands/collection.ts
-- Answer:  kind `settled`; `none`: no remittance fits, or several do and a person decides
-- Locks:   the books (shared), the payment, the remittance
-- Refuses: those of settle_remittance, when another command is faster: PAYMENT_NOT_FOUND,
--          REMITTANCE_NOT_FOUND, REMITTANCE_SETTLED, PAYMENT_REVERSED, LEGAL_ENTITY_MISMATCH,
--          REMITTANCE_AMOUNT_DIFFERS
-- Key:     paymentId: a payment that was joined to its remittance has nothing left, and a
--          repetition answers `none`
CREATE OR REPLACE FUNCTION match_remittance(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  fitting_ids uuid[];
BEGIN
  SELECT array_agg(remittance.id) INTO fitting_ids
  FROM payment
  JOIN remittance
    ON remittance.state = 'reported'
    AND remittance.currency = payment.currency
    AND remittance.net_amount = payment.unapplied_amount
    AND remittance_entity(remittance.id) = payment.legal_entity_id
    AND position(
      letters_and_digits(remittance.number) IN letters_and_digits(payment.remittance_text)) > 0
  WHERE payment.id = (input->>'paymentId')::uuid AND payment.state <> 'reversed';
  IF coalesce(array_length(fitting_ids, 1), 0) <> 1 THEN
    RETURN '{"kind":"none"}';
  END IF;
  PERFORM settle_remittance(ctx, input || jsonb_build_object('remittanceId', fitting_ids[1]));
  RETURN jsonb_build_object('kind', 'settled', 'remittanceId', fitting_ids[1]);
END $$;
