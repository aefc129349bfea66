-- The customer has paid the agency: the debt is gone, the agency owes us instead. What was paid elsewhere meanwhile
-- leaves the rest of the payment unapplied, for a person.
CREATE OR REPLACE FUNCTION collect_payment(ctx jsonb, placed placement, input jsonb) RETURNS uuid LANGUAGE plpgsql AS $$
DECLARE
  payment_key uuid;
  paid bigint := (input->>'amount')::bigint;
  items jsonb := oldest_first(placed.invoice_id, (input->>'amount')::bigint);
BEGIN
  payment_key := (record_payment(ctx, jsonb_build_object('source', 'agency', 'externalId', placed.number || '/' || (input->>'sequence'),
      'legalEntityId', i.legal_entity_id, 'customerId', placed.customer_id, 'amount', paid, 'currency', placed.currency,
      'valueDate', input->>'occurredOn', 'businessDate', input->>'businessDate', 'remittanceText', placed.number,
      'accountCode', input#>>'{accounts,agencyClearing}', 'accounts', input->'accounts'))->>'paymentId')::uuid
    FROM invoice i WHERE i.id = placed.invoice_id;
  IF items <> '[]' THEN
    PERFORM allocate_payment(ctx, jsonb_build_object('paymentId', payment_key, 'bookedOn', input->>'businessDate',
      'items', items, 'accounts', input->'accounts',
      'evidence', jsonb_build_object('placement', placed.number, 'sequence', input->'sequence')));
  END IF;
  IF placed.closed_at IS NOT NULL THEN
    UPDATE placement SET recalled_amount = recalled_amount - paid, collected_amount = collected_amount + paid WHERE id = placed.id;
  END IF;
  IF EXISTS (SELECT 1 FROM payment WHERE id = payment_key AND unapplied_amount > 0) THEN
    PERFORM open_work_item(ctx, jsonb_build_object('kind', 'unapplied-payment', 'subjectKind', 'payment', 'subjectId', payment_key,
      'customerId', placed.customer_id, 'amount', p.unapplied_amount, 'currency', p.currency,
      'detail', jsonb_build_object('reason', 'paid-elsewhere', 'placement', placed.number)))
    FROM payment p WHERE p.id = payment_key;
  END IF;
  RETURN payment_key;
END $$;
