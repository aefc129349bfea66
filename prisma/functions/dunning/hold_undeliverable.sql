-- A letter that never arrived is no reason for a harder one.
CREATE OR REPLACE FUNCTION hold_undeliverable(ctx jsonb, letter dunning_notice, why text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE key uuid := uuid_v7();
BEGIN
  IF NOT EXISTS (SELECT 1 FROM dunning_hold WHERE customer_id = letter.customer_id AND reason = 'notice-undeliverable'
      AND released_at IS NULL) THEN
    INSERT INTO dunning_hold (id, customer_id, reason, placed_by, placed_at)
    VALUES (key, letter.customer_id, 'notice-undeliverable', ctx#>>'{actor,id}', context_at(ctx));
    PERFORM note_hold(ctx, key, 'held');
  END IF;
  PERFORM open_work_item(ctx, jsonb_build_object('kind', 'notice-undeliverable', 'subjectKind', 'customer',
    'subjectId', letter.customer_id, 'customerId', letter.customer_id, 'amount', letter.total_open_amount,
    'currency', letter.currency, 'detail', jsonb_build_object('noticeId', letter.id, 'level', letter.level, 'failure', why,
      'holdId', (SELECT id FROM dunning_hold WHERE customer_id = letter.customer_id AND reason = 'notice-undeliverable'
        AND released_at IS NULL ORDER BY placed_at DESC LIMIT 1))));
END $$;
