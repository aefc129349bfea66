-- Applies a payment by hand, with what the payer kept back. Input as allocate_payment, and deductions: [{openItemId, kind,
-- amount, account, documentReference?}]. The payer's account becomes a sign of whose items it pays. Answers {allocationIds,
-- deductionIds, unapplied}. Refuses what allocate_payment and settle_open_items refuse.
CREATE OR REPLACE FUNCTION apply_payment(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  paid payment%ROWTYPE;
  answer jsonb;
  kept record;
  kept_key uuid;
  settled uuid[];
  deductions jsonb := '[]';
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO paid FROM payment WHERE id = (input->>'paymentId')::uuid FOR UPDATE;
  PERFORM 1 FROM open_item WHERE id IN (SELECT (i->>'openItemId')::uuid
    FROM jsonb_array_elements((input->'items') || (input->'deductions')) i) ORDER BY id FOR UPDATE;
  answer := allocate_payment(ctx, input);
  FOR kept IN SELECT d, n FROM jsonb_array_elements(input->'deductions') WITH ORDINALITY AS x(d, n) LOOP
    kept_key := uuid_v7();
    INSERT INTO deduction (id, payment_id, reason, amount, currency, document_reference, state, created_at)
    VALUES (kept_key, paid.id, kept.d->>'kind', (kept.d->>'amount')::bigint, paid.currency, kept.d->>'documentReference',
      CASE WHEN kept.d->>'kind' = 'withholdingTax' AND kept.d->>'documentReference' IS NULL THEN 'document-missing' ELSE 'accepted' END,
      context_at(ctx));
    settled := settle_open_items(ctx, jsonb_build_object('kind', 'deduction', 'deductionId', kept_key, 'bookedOn', input->>'bookedOn',
      'evidence', input->'evidence', 'items', jsonb_build_array(jsonb_build_object('openItemId', kept.d->>'openItemId',
        'amount', kept.d->>'amount'))), paid.currency);
    PERFORM post_deduction(ctx, settled[1], kept.d->>'account', input#>>'{accounts,receivables}');
    PERFORM open_work_item(ctx, jsonb_build_object('kind', 'tax-document-missing', 'subjectKind', 'deduction', 'subjectId', kept_key,
      'customerId', paid.customer_id, 'amount', kept.d->>'amount', 'currency', paid.currency, 'detail', kept.d))
    WHERE kept.d->>'kind' = 'withholdingTax' AND kept.d->>'documentReference' IS NULL;
    deductions := deductions || to_jsonb(settled[1]);
  END LOOP;
  PERFORM learn_account(ctx, paid, ARRAY(SELECT a::uuid FROM jsonb_array_elements_text(answer->'allocationIds') a));
  RETURN answer || jsonb_build_object('deductionIds', deductions);
END $$;
