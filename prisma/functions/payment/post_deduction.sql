-- What the payer kept back settles the item at our cost (or, for tax, at the tax office's).
CREATE OR REPLACE FUNCTION post_deduction(ctx jsonb, allocation_key uuid, account text, receivables text) RETURNS void LANGUAGE sql AS $$
  SELECT post_journal(ctx, jsonb_build_object('legalEntityId', i.legal_entity_id, 'businessDate', a.booked_on, 'kind', 'deduction',
      'documentKind', 'allocation', 'documentId', a.id, 'description', i.number, 'currency', a.currency),
    jsonb_build_array(
      jsonb_build_object('account', account, 'amount', a.amount, 'storeId', i.store_id, 'customerId', i.customer_id),
      jsonb_build_object('account', receivables, 'amount', -a.amount, 'storeId', i.store_id, 'customerId', i.customer_id)))
  FROM allocation a JOIN open_item o ON o.id = a.open_item_id JOIN invoice i ON i.id = o.invoice_id WHERE a.id = allocation_key
$$;
