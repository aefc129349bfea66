-- Posts a new invoice: moves it from unbilled receivables to the customer's receivables.
--
-- Input:   accounts: {receivables, unbilled}, codes
-- Key:     as post_journal
CREATE OR REPLACE FUNCTION post_invoice(ctx jsonb, invoice_row invoice, accounts jsonb)
RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  owed bigint := invoice_row.total_amount - invoice_row.prepaid_amount;
BEGIN
  PERFORM post_journal(
    ctx,
    jsonb_build_object(
      'legalEntityId', invoice_row.legal_entity_id,
      'businessDate', invoice_row.issued_on,
      'kind', 'invoice',
      'documentKind', 'invoice',
      'documentId', invoice_row.id,
      'description', invoice_row.number,
      'currency', invoice_row.currency),
    jsonb_build_array(
      jsonb_build_object(
        'account', accounts->>'receivables',
        'amount', owed,
        'storeId', invoice_row.store_id,
        'customerId', invoice_row.customer_id),
      jsonb_build_object(
        'account', accounts->>'unbilled',
        'amount', -owed,
        'storeId', invoice_row.store_id,
        'customerId', invoice_row.customer_id)));
END $$;
