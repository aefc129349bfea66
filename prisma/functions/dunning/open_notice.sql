-- Writes down a letter that will be sent. Input {customerId, currency, businessDay, level, total, lines:
-- [{invoiceId, level, openAmount}]}; the caller holds the locks of lock_for_notice. Answers {noticeId}.
CREATE OR REPLACE FUNCTION open_notice(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE key uuid := uuid_v7();
BEGIN
  PERFORM enter_context(ctx);
  IF EXISTS (SELECT 1 FROM jsonb_array_elements(input->'lines') l LEFT JOIN receivable r ON r.invoice_id = (l->>'invoiceId')::uuid
      WHERE r.customer_id IS DISTINCT FROM (input->>'customerId')::uuid OR r.closed_at IS NOT NULL
        OR r.dunning_level <> (l->>'level')::int - 1) THEN
    RAISE EXCEPTION 'a letter to % skips or repeats a level', input->>'customerId';
  END IF;
  INSERT INTO dunning_notice (id, customer_id, currency, business_day, level, state, total_open_amount, created_at)
  VALUES (key, (input->>'customerId')::uuid, input->>'currency', (input->>'businessDay')::date, (input->>'level')::int,
    'preparing', (input->>'total')::bigint, context_at(ctx));
  INSERT INTO dunning_notice_item (notice_id, invoice_id, level, open_amount, currency)
  SELECT key, (l->>'invoiceId')::uuid, (l->>'level')::int, (l->>'openAmount')::bigint, input->>'currency'
  FROM jsonb_array_elements(input->'lines') l;
  RETURN jsonb_build_object('noticeId', key);
END $$;
