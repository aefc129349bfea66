CREATE OR REPLACE FUNCTION post_write_off(ctx jsonb, asked write_off, given_up bigint, input jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  settled uuid[];
BEGIN
  settled := settle_open_items(ctx, jsonb_build_object('kind', 'write-off', 'writeOffId', asked.id,
    'bookedOn', input->>'businessDate', 'items', oldest_first(asked.invoice_id, given_up)), asked.currency);
  PERFORM post_journal(ctx, jsonb_build_object('legalEntityId', i.legal_entity_id, 'businessDate', a.booked_on,
      'kind', 'allocation', 'documentKind', 'allocation', 'documentId', a.id, 'description', i.number, 'currency', a.currency),
    jsonb_build_array(
      jsonb_build_object('account', input#>>'{accounts,badDebt}', 'amount', a.amount, 'storeId', i.store_id),
      jsonb_build_object('account', input#>>'{accounts,receivables}', 'amount', -a.amount, 'storeId', i.store_id,
        'customerId', i.customer_id)))
  FROM allocation a JOIN invoice i ON i.id = asked.invoice_id WHERE a.id = ANY (settled);
END $$;
