-- Updates the open work item about a payment: what is left of it, its customer and its suggestions.
-- Reasons of a deleted finding are removed.
--
-- Input:   the payment, and what has changed it in one word
-- Locks:   the caller holds the payment; its work item
-- Refuses: none
CREATE OR REPLACE FUNCTION refresh_unapplied_work_item(
  ctx jsonb, payment_key uuid, why text
) RETURNS void
LANGUAGE sql AS $$
  UPDATE work_item w
  SET amount = p.unapplied_amount,
    customer_id = p.customer_id,
    detail = w.detail - CASE WHEN p.state = 'unapplied' THEN 'reasons' ELSE '' END
      || jsonb_build_object(
        'finding', CASE p.state
          WHEN 'suggested' THEN 'suggest'
          WHEN 'held' THEN 'hold'
          ELSE 'none'
        END,
        'suggestions', (SELECT count(*) FROM payment_suggestion s WHERE s.payment_id = p.id),
        'payerName', p.payer_name,
        'reason', why)
  FROM payment p
  WHERE p.id = payment_key
    AND w.kind = 'unapplied-payment'
    AND w.subject_id = p.id::text
    AND w.state = 'open'
$$;
