-- Refuses a payment that is not the net of a remittance, and a remittance whose money has arrived
-- before.
--
-- Refuses: REMITTANCE_SETTLED, PAYMENT_REVERSED, LEGAL_ENTITY_MISMATCH, REMITTANCE_AMOUNT_DIFFERS
CREATE OR REPLACE FUNCTION check_remittance_payment(
  remittance_row remittance,
  payment_row payment
) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF remittance_row.state = 'settled' THEN
    PERFORM refuse('REMITTANCE_SETTLED', 'Its money has arrived before.', 'remittanceId');
  ELSIF payment_row.state = 'reversed' THEN
    PERFORM refuse('PAYMENT_REVERSED', 'The payment was taken back.', 'paymentId');
  ELSIF remittance_entity(remittance_row.id) IS DISTINCT FROM payment_row.legal_entity_id THEN
    PERFORM refuse(
      'LEGAL_ENTITY_MISMATCH',
      'The payment came in on an account of another legal entity.',
      'paymentId');
  ELSIF (payment_row.unapplied_amount, payment_row.currency)
    <> (remittance_row.net_amount, remittance_row.currency)
  THEN
    PERFORM refuse(
      'REMITTANCE_AMOUNT_DIFFERS',
      format(
        '%s is expected, %s is left of the payment.',
        money_text(remittance_row.net_amount, remittance_row.currency),
        money_text(payment_row.unapplied_amount, payment_row.currency)),
      'paymentId');
  END IF;
END $$;
