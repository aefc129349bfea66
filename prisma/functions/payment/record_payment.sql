-- Books money that has arrived, as unapplied cash. When its source gives a future day, it is booked
-- on the latest day that has come.
--
-- Input:   recordPayment in prisma/commands/payment.ts; `accountCode` is the account that the money
--   came in on
-- Answer:  the payment; kind 'recorded', or 'known' when it had been recorded before
-- Locks:   the books (shared)
-- Refuses: none
-- Key:     (source, externalId); again the first payment is answered and nothing is booked
CREATE OR REPLACE FUNCTION record_payment(ctx jsonb, input jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  payment_key uuid := uuid_v7();
  entity uuid := (input->>'legalEntityId')::uuid;
  received_amount bigint := (input->>'amount')::bigint;
BEGIN
  PERFORM enter_context(ctx);
  INSERT INTO payment (id, legal_entity_id, source, external_id, bank_statement_line_id,
    customer_id, currency, amount, unapplied_amount, state, value_date, received_at, payer_name,
    payer_account, remittance_text, given_references, account_code)
  VALUES (payment_key, entity, input->>'source', input->>'externalId',
    (input->>'bankStatementLineId')::uuid, (input->>'customerId')::uuid, input->>'currency',
    received_amount, received_amount, coalesce(input->>'state', 'unapplied'),
    least((input->>'valueDate')::date, latest_day(entity, context_at(ctx))), context_at(ctx),
    input->>'payerName', input->>'payerAccount', coalesce(input->>'remittanceText', ''),
    ARRAY(SELECT jsonb_array_elements_text(input->'references')), input->>'accountCode')
  ON CONFLICT (source, external_id) DO NOTHING;
  IF NOT FOUND THEN
    RETURN (
      SELECT jsonb_build_object('paymentId', id, 'kind', 'known')
      FROM payment
      WHERE source = input->>'source' AND external_id = input->>'externalId');
  END IF;

  PERFORM post_journal(
    ctx,
    jsonb_build_object(
      'legalEntityId', entity,
      'businessDate', input->>'businessDate',
      'kind', 'payment',
      'documentKind', 'payment',
      'documentId', payment_key,
      'description', input->>'externalId',
      'currency', input->>'currency'),
    jsonb_build_array(
      jsonb_build_object('account', input->>'accountCode', 'amount', received_amount),
      jsonb_build_object(
        'account', input#>>'{accounts,unappliedCash}',
        'amount', -received_amount,
        'customerId', input->>'customerId')));
  RETURN jsonb_build_object('paymentId', payment_key, 'kind', 'recorded');
END $$;
