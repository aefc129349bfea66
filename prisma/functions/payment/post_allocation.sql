-- Posts an allocation: credits the receivable and debits what has settled it. Unapplied money
-- belongs to a customer and to no store, a loss to the store that sold. Credit notes post their own
-- journal.
--
-- Input:   `debit_account` is that of unapplied cash, of the kind of deduction, or of bad debt
-- Locks:   none
-- Refuses: none
-- Key:     the allocation, as post_journal
CREATE OR REPLACE FUNCTION post_allocation(
  ctx jsonb, allocation_key uuid, debit_account text, receivables_account text
) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  PERFORM post_journal(
    ctx,
    jsonb_build_object(
      'legalEntityId', i.legal_entity_id,
      'businessDate', a.booked_on,
      'kind', CASE a.kind WHEN 'deduction' THEN 'deduction' ELSE 'allocation' END,
      'documentKind', 'allocation',
      'documentId', a.id,
      'description', i.number,
      'currency', a.currency),
    jsonb_build_array(
      jsonb_build_object(
        'account', debit_account,
        'amount', a.amount,
        'storeId', CASE WHEN a.kind <> 'payment' THEN i.store_id END,
        'customerId', CASE WHEN a.kind <> 'write-off' THEN i.customer_id END),
      jsonb_build_object(
        'account', receivables_account,
        'amount', -a.amount,
        'storeId', i.store_id,
        'customerId', i.customer_id)))
  FROM allocation a
  JOIN open_item o ON o.id = a.open_item_id
  JOIN invoice i ON i.id = o.invoice_id
  WHERE a.id = allocation_key;
END $$;
