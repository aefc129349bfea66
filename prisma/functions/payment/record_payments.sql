-- Books money that has arrived in one legal entity, as unapplied cash: payments and their journal
-- entries, all at once. When its source gives a future day, money is booked on the latest day that
-- has come.
--
-- Input:   payments as recordPayment in prisma/commands/payment.ts, all with the entity, accounts,
--   currency and business date of the first
-- Answer:  those that were not recorded before
-- Locks:   the caller has begun the command
-- Refuses: none
-- Key:     (source, externalId)
CREATE OR REPLACE FUNCTION record_payments(ctx jsonb, wishes jsonb)
RETURNS TABLE (payment_key uuid, external_key text)
LANGUAGE plpgsql AS $$
DECLARE
  common jsonb := wishes->0;
  entity uuid := (common->>'legalEntityId')::uuid;
  latest date := latest_day(entity, context_at(ctx));
  recorded uuid[];
  externals text[];
  amounts bigint[];
BEGIN
  WITH inserted AS (
    INSERT INTO payment (id, legal_entity_id, source, external_id, bank_statement_line_id,
      customer_id, currency, amount, unapplied_amount, state, value_date, received_at, payer_name,
      payer_account, remittance_text, given_references, account_code, candidate_customers,
      candidate_numbers)
    SELECT uuid_v7(), entity, wish->>'source', wish->>'externalId',
      (wish->>'bankStatementLineId')::uuid,
      coalesce(wish->>'customerId', wish#>>'{finding,customerId}')::uuid, wish->>'currency',
      (wish->>'amount')::bigint, (wish->>'amount')::bigint,
      coalesce(wish->>'state', finding_state(wish->'finding')),
      least((wish->>'valueDate')::date, latest), context_at(ctx), wish->>'payerName',
      wish->>'payerAccount', coalesce(wish->>'remittanceText', ''),
      ARRAY(SELECT jsonb_array_elements_text(wish->'references')), wish->>'accountCode',
      ARRAY(SELECT jsonb_array_elements_text(wish#>'{finding,candidates,customers}'))::uuid[],
      ARRAY(SELECT jsonb_array_elements_text(wish#>'{finding,candidates,numbers}'))
    FROM jsonb_array_elements(wishes) WITH ORDINALITY AS listed(wish, place)
    ORDER BY place
    ON CONFLICT (source, external_id) DO NOTHING
    RETURNING id, external_id, amount
  )
  SELECT array_agg(id), array_agg(external_id), array_agg(amount)
  INTO recorded, externals, amounts
  FROM inserted;
  IF recorded IS NOT NULL THEN
    PERFORM post_payments(ctx, common, recorded, externals, amounts);
  END IF;
  RETURN QUERY SELECT * FROM unnest(recorded, externals);
END $$;
