-- A fee is a receivable of its own, once per invoice and level; an agency that has the invoice collects it too.
CREATE OR REPLACE FUNCTION charge_fee(ctx jsonb, letter dunning_notice, given jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  key uuid := uuid_v7();
  billed invoice%ROWTYPE;
BEGIN
  SELECT * INTO billed FROM invoice WHERE id = (given->>'invoiceId')::uuid;
  INSERT INTO open_item (id, invoice_id, customer_id, kind, instalment, due_on, currency, amount, open_amount, created_at)
  VALUES (key, billed.id, billed.customer_id, 'fee', (given->>'level')::int, letter.business_day, billed.currency,
    (given->>'fee')::bigint, (given->>'fee')::bigint, context_at(ctx))
  ON CONFLICT (invoice_id, kind, instalment) DO NOTHING;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM post_journal(ctx, jsonb_build_object('legalEntityId', billed.legal_entity_id, 'businessDate', letter.business_day,
      'kind', 'dunning-fee', 'documentKind', 'open-item', 'documentId', key, 'description', billed.number, 'currency', billed.currency),
    jsonb_build_array(
      jsonb_build_object('account', given#>>'{accounts,receivables}', 'amount', given->'fee', 'storeId', billed.store_id,
        'customerId', billed.customer_id),
      jsonb_build_object('account', given#>>'{accounts,dunningFees}', 'amount', -(given->>'fee')::bigint, 'storeId', billed.store_id)));
  PERFORM settle_placement(ctx, billed.id, 'adjusted', -(given->>'fee')::bigint);
END $$;
