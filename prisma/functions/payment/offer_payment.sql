-- Money that the matcher did not dare to book is offered to a person. `finding` is {kind: 'suggest' | 'hold' | 'none',
-- customerId?, reasons, suggestions: [{kind, items, reasons, equation}]}. Whoever follows an invoice that the money may be
-- for is told: nobody is reminded of what may be paid.
CREATE OR REPLACE FUNCTION offer_payment(ctx jsonb, payment_key uuid, finding jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE payment SET customer_id = (finding->>'customerId')::uuid,
    state = CASE finding->>'kind' WHEN 'suggest' THEN 'suggested' WHEN 'hold' THEN 'held' ELSE 'unapplied' END
  WHERE id = payment_key;
  INSERT INTO payment_suggestion (payment_id, rank, kind, items, reasons, equation, created_at)
  SELECT payment_key, n, s->>'kind', s->'items', s->'reasons', s->>'equation', context_at(ctx)
  FROM jsonb_array_elements(finding->'suggestions') WITH ORDINALITY AS x(s, n);
  PERFORM open_work_item(ctx, jsonb_build_object('kind', 'unapplied-payment', 'subjectKind', 'payment', 'subjectId', p.id,
      'customerId', p.customer_id, 'amount', p.unapplied_amount, 'currency', p.currency,
      'detail', jsonb_build_object('finding', finding->>'kind', 'reasons', finding->'reasons', 'payerName', p.payer_name,
        'suggestions', jsonb_array_length(finding->'suggestions'))))
  FROM payment p WHERE p.id = payment_key;
  PERFORM touch_receivable(i.id, 'suspected-payment') FROM (
    SELECT DISTINCT (i->>'invoiceId')::uuid AS id FROM jsonb_array_elements(finding->'suggestions') s, jsonb_array_elements(s->'items') i
    ORDER BY 1) i;
END $$;
