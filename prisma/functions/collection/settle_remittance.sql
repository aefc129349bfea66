-- The net of a remittance has arrived: the payment is no customer's, agency clearing is even again. Input
-- {remittanceId, paymentId, businessDate, accounts: {unappliedCash, agencyClearing}}. Refuses: REMITTANCE_NOT_FOUND,
-- REMITTANCE_SETTLED, PAYMENT_NOT_FOUND, PAYMENT_REVERSED, LEGAL_ENTITY_MISMATCH, REMITTANCE_AMOUNT_DIFFERS.
CREATE OR REPLACE FUNCTION settle_remittance(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  paid payment%ROWTYPE;
  owed remittance%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO paid FROM payment WHERE id = (input->>'paymentId')::uuid FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('PAYMENT_NOT_FOUND', 'There is no such payment.', 'paymentId'); END IF;
  SELECT * INTO owed FROM remittance WHERE id = (input->>'remittanceId')::uuid FOR UPDATE;
  IF NOT FOUND THEN PERFORM refuse('REMITTANCE_NOT_FOUND', 'There is no such remittance.', 'remittanceId'); END IF;
  IF owed.state = 'settled' THEN PERFORM refuse('REMITTANCE_SETTLED', 'Its money has arrived before.', 'remittanceId'); END IF;
  IF paid.state = 'reversed' THEN PERFORM refuse('PAYMENT_REVERSED', 'The payment was taken back.', 'paymentId'); END IF;
  IF remittance_entity(owed.id) IS DISTINCT FROM paid.legal_entity_id THEN
    PERFORM refuse('LEGAL_ENTITY_MISMATCH', 'The payment came in on an account of another legal entity.', 'paymentId');
  END IF;
  IF (paid.unapplied_amount, paid.currency) <> (owed.net_amount, owed.currency) THEN
    PERFORM refuse('REMITTANCE_AMOUNT_DIFFERS', format('%s is expected, %s is left of the payment.', owed.net_amount, paid.unapplied_amount), 'paymentId');
  END IF;
  UPDATE remittance SET state = 'settled', payment_id = paid.id WHERE id = owed.id;
  UPDATE payment SET unapplied_amount = 0, state = 'applied' WHERE id = paid.id;
  DELETE FROM payment_suggestion WHERE payment_id = paid.id;
  UPDATE work_item SET state = 'done', closed_at = context_at(ctx), closed_by = ctx#>>'{actor,id}'
  WHERE subject_kind = 'payment' AND subject_id = paid.id::text AND state = 'open';
  PERFORM post_journal(ctx, jsonb_build_object('legalEntityId', paid.legal_entity_id, 'businessDate', input->>'businessDate',
      'kind', 'remittance-settled', 'documentKind', 'remittance', 'documentId', owed.id, 'description', owed.number, 'currency', owed.currency),
    jsonb_build_array(
      jsonb_build_object('account', input#>>'{accounts,unappliedCash}', 'amount', owed.net_amount, 'customerId', paid.customer_id),
      jsonb_build_object('account', input#>>'{accounts,agencyClearing}', 'amount', -owed.net_amount)));
  RETURN '{}';
END $$;
