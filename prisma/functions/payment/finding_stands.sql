-- Whether another look at a payment has found what a person is offered already.
--
-- Input:   the payment, and the finding as in offer_payments
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION finding_stands(payment_row payment, finding jsonb) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT payment_row.state = finding_state(finding)
    AND coalesce((finding->>'customerId')::uuid, payment_row.customer_id)
      IS NOT DISTINCT FROM payment_row.customer_id
    AND to_jsonb(payment_row.candidate_customers) = finding#>'{candidates,customers}'
    AND to_jsonb(payment_row.candidate_numbers) = finding#>'{candidates,numbers}'
    AND finding->'suggestions' = coalesce((
      SELECT jsonb_agg(jsonb_build_object('kind', s.kind, 'items', s.items, 'reasons', s.reasons,
        'equation', s.equation) ORDER BY s.rank)
      FROM payment_suggestion s
      WHERE s.payment_id = payment_row.id), '[]')
    AND finding->'reasons' = (
      SELECT w.detail->'reasons'
      FROM work_item w
      WHERE w.kind = 'unapplied-payment' AND w.subject_id = payment_row.id::text)
$$;
