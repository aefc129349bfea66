-- The open work item on a payment says what is left of it, whose it is and what is suggested for it now. `why`: what has
-- changed it. Reasons of a finding that is gone go with it. The caller holds the payment.
CREATE OR REPLACE FUNCTION refresh_unapplied(ctx jsonb, payment_key uuid, why text) RETURNS void LANGUAGE sql AS $$
  UPDATE work_item w SET amount = p.unapplied_amount, customer_id = p.customer_id,
    detail = w.detail - CASE WHEN p.state = 'unapplied' THEN 'reasons' ELSE '' END || jsonb_build_object(
      'finding', CASE p.state WHEN 'suggested' THEN 'suggest' WHEN 'held' THEN 'hold' ELSE 'none' END,
      'suggestions', (SELECT count(*) FROM payment_suggestion s WHERE s.payment_id = p.id),
      'payerName', p.payer_name, 'reason', why)
  FROM payment p
  WHERE p.id = payment_key AND w.kind = 'unapplied-payment' AND w.subject_id = p.id::text AND w.state = 'open'
$$;
