-- Books money that has arrived, as unapplied cash. Input {source, externalId, legalEntityId, customerId?,
-- amount, currency, valueDate, businessDate, payerName?, payerAccount?, remittanceText, accountCode,
-- bankStatementLineId?, state?, accounts: {unappliedCash}}. The same (source, externalId) again answers
-- the first: {paymentId, kind: 'recorded' | 'known'}. Money that is here counts from the latest day that has come.
CREATE OR REPLACE FUNCTION record_payment(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE key uuid := uuid_v7();
BEGIN
  PERFORM enter_context(ctx);
  INSERT INTO payment (id, legal_entity_id, source, external_id, bank_statement_line_id, customer_id, currency, amount,
    unapplied_amount, state, value_date, received_at, payer_name, payer_account, remittance_text, account_code)
  VALUES (key, (input->>'legalEntityId')::uuid, input->>'source', input->>'externalId', (input->>'bankStatementLineId')::uuid,
    (input->>'customerId')::uuid, input->>'currency', (input->>'amount')::bigint, (input->>'amount')::bigint,
    coalesce(input->>'state', 'unapplied'),
    least((input->>'valueDate')::date, latest_day((input->>'legalEntityId')::uuid, context_at(ctx))), context_at(ctx),
    input->>'payerName', input->>'payerAccount', coalesce(input->>'remittanceText', ''), input->>'accountCode')
  ON CONFLICT (source, external_id) DO NOTHING;
  IF NOT FOUND THEN
    RETURN (SELECT jsonb_build_object('paymentId', id, 'kind', 'known') FROM payment
      WHERE source = input->>'source' AND external_id = input->>'externalId');
  END IF;
  PERFORM post_journal(ctx, jsonb_build_object('legalEntityId', input->>'legalEntityId', 'businessDate', input->>'businessDate',
      'kind', 'payment', 'documentKind', 'payment', 'documentId', key, 'description', input->>'externalId', 'currency', input->>'currency'),
    jsonb_build_array(
      jsonb_build_object('account', input->>'accountCode', 'amount', (input->>'amount')::bigint),
      jsonb_build_object('account', input#>>'{accounts,unappliedCash}', 'amount', -(input->>'amount')::bigint,
        'customerId', input->>'customerId')));
  RETURN jsonb_build_object('paymentId', key, 'kind', 'recorded');
END $$;
