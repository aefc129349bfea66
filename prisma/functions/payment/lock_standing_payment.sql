-- Locks a payment that is not reversed and answers it. A reversed payment can neither be applied
-- nor reversed again.
--
-- Locks:   the payment
-- Refuses: PAYMENT_NOT_FOUND, PAYMENT_REVERSED
CREATE OR REPLACE FUNCTION lock_standing_payment(payment_key uuid) RETURNS payment
LANGUAGE plpgsql AS $$
DECLARE
  payment_row payment%ROWTYPE;
BEGIN
  SELECT * INTO payment_row FROM payment WHERE id = payment_key FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM refuse('PAYMENT_NOT_FOUND', 'There is no such payment.', 'paymentId');
  END IF;
  IF payment_row.state = 'reversed' THEN
    PERFORM refuse('PAYMENT_REVERSED', 'The payment was taken back before.', 'paymentId');
  END IF;
  RETURN payment_row;
END $$;
