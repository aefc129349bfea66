-- Keeps the suggestions of a payment, its state and the detail of its work item as they are, for
-- the day on which the allocations that end them are undone (restore_suggestions).
--
-- Input:   the payment as it is, and the allocations
-- Locks:   the caller holds the payment
-- Refuses: none
-- Key:     the allocation and the payment: the first call counts
CREATE OR REPLACE FUNCTION remember_suggestions(payment_row payment, settled uuid[]) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO ended_by_settlement (allocation_id, kind, subject_id, content)
  SELECT allocation_key, 'payment', payment_row.id, jsonb_build_object(
    'state', payment_row.state,
    'suggestions', coalesce(
      (SELECT jsonb_agg(to_jsonb(s)) FROM payment_suggestion s
        WHERE s.payment_id = payment_row.id),
      '[]'),
    'work', (SELECT w.detail FROM work_item w
      WHERE w.kind = 'unapplied-payment' AND w.subject_id = payment_row.id::text
        AND w.state = 'open'))
  FROM unnest(settled) AS allocation_key
  ON CONFLICT DO NOTHING
$$;
