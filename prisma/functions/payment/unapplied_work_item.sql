-- The work item about an unapplied payment, as open_work_item takes it.
--
-- Input:   the payment, and what the work item says of it
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION unapplied_work_item(p payment, detail jsonb) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'kind', 'unapplied-payment',
    'subjectKind', 'payment',
    'subjectId', p.id,
    'customerId', p.customer_id,
    'amount', p.unapplied_amount,
    'currency', p.currency,
    'detail', detail)
$$;
