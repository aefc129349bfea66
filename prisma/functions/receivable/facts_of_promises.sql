-- The running promises about an invoice, and the payments that may keep them.
--
-- Answer:  {promises, payments} of facts_of_receivables; each payment names the promises that it
--   counts for, and one that counts for none is left out
-- Locks:   none
-- Refuses: none
CREATE OR REPLACE FUNCTION facts_of_promises(invoice_key uuid) RETURNS jsonb
LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'promises', (
      SELECT coalesce(
        jsonb_agg(jsonb_build_object(
          'promiseId', p.id, 'until', p.promised_for, 'amount', p.amount::text)),
        '[]')
      FROM promise_to_pay p
      WHERE p.invoice_id = invoice_key AND p.state = 'open'),
    'payments', (
      SELECT coalesce(
        jsonb_agg(jsonb_build_object(
          'on', money.value_date,
          'amount', money.amount::text,
          'countsFor', money.promise_ids)),
        '[]')
      FROM (
        SELECT m.value_date, a.amount, jsonb_agg(p.id) AS promise_ids
        FROM open_item o
        JOIN allocation a ON a.open_item_id = o.id
        JOIN payment m ON m.id = a.payment_id
        JOIN promise_to_pay p ON p.invoice_id = o.invoice_id
          AND p.state = 'open'
          AND counts_for_promise(p, m.value_date, a.booked_at)
        WHERE o.invoice_id = invoice_key AND a.reversed_at IS NULL
        GROUP BY a.id, m.value_date
      ) money))
$$;
