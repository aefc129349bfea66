-- Books what a payer deducted from one open item: it settles the item without money, at our cost
-- or, for withheld tax, as a claim on the tax office. When the proof of withheld tax is missing, a
-- work item asks for it.
--
-- Input:   `kept_back` is an element of `deductions`, `input` the whole of applyPayment
-- Answer:  the allocation
-- Locks:   the caller holds the payment and the open items; then those of settle_open_items
-- Refuses: OPEN_ITEM_NOT_FOUND, LEGAL_ENTITY_MISMATCH, CURRENCY_MISMATCH, ALLOCATION_EXCEEDS_OPEN
--   (settle_open_items); DEDUCTION_WITHOUT_PAYMENT; DEDUCTION_ABOVE_LIMIT,
--   DEDUCTION_DOCUMENT_INVALID, WITHHOLDING_ABOVE_RATE (check_deduction)
CREATE OR REPLACE FUNCTION book_deduction(
  ctx jsonb, payment_row payment, kept_back jsonb, input jsonb
) RETURNS uuid
LANGUAGE plpgsql AS $$
DECLARE
  deduction_key uuid := uuid_v7();
  lacks_document boolean := kept_back->>'kind' = 'withholdingTax'
    AND kept_back->>'documentReference' IS NULL;
  settled uuid[];
BEGIN
  INSERT INTO deduction (id, payment_id, reason, amount, currency, document_reference, state,
    created_at)
  VALUES (deduction_key, payment_row.id, kept_back->>'kind', (kept_back->>'amount')::bigint,
    payment_row.currency, kept_back->>'documentReference',
    CASE WHEN lacks_document THEN 'document-missing' ELSE 'accepted' END, context_at(ctx));
  settled := settle_open_items(ctx, jsonb_build_object(
    'kind', 'deduction',
    'deductionId', deduction_key,
    'bookedOn', input->>'bookedOn',
    'evidence', input->'evidence',
    'items', jsonb_build_array(jsonb_build_object(
      'openItemId', kept_back->>'openItemId',
      'amount', kept_back->>'amount'))), payment_row.currency);
  IF NOT pays_invoice_of_item(payment_row.id, (kept_back->>'openItemId')::uuid) THEN
    PERFORM refuse(
      'DEDUCTION_WITHOUT_PAYMENT',
      'The payment pays nothing of this invoice, so nothing of it was kept back.',
      'deductions');
  END IF;
  PERFORM check_deduction(ctx, kept_back, input);
  PERFORM post_allocation(ctx, settled[1], kept_back->>'account', input#>>'{accounts,receivables}');
  IF lacks_document THEN
    PERFORM open_work_item(ctx, jsonb_build_object(
      'kind', 'tax-document-missing',
      'subjectKind', 'deduction',
      'subjectId', deduction_key,
      'customerId', payment_row.customer_id,
      'amount', kept_back->>'amount',
      'currency', payment_row.currency,
      'detail', kept_back));
  END IF;
  RETURN settled[1];
END $$;
