CREATE OR REPLACE FUNCTION post_allocation(ctx jsonb, one allocation, accounts jsonb, entity uuid) RETURNS void
LANGUAGE sql AS $$
  SELECT post_journal(ctx, jsonb_build_object('legalEntityId', entity, 'businessDate', one.booked_on, 'kind', 'allocation',
      'documentKind', 'allocation', 'documentId', one.id, 'description', i.number, 'currency', one.currency),
    jsonb_build_array(
      jsonb_build_object('account', accounts->>'unappliedCash', 'amount', one.amount, 'customerId', i.customer_id),
      jsonb_build_object('account', accounts->>'receivables', 'amount', -one.amount, 'storeId', i.store_id, 'customerId', i.customer_id)))
  FROM open_item o JOIN invoice i ON i.id = o.invoice_id WHERE o.id = one.open_item_id
$$;
