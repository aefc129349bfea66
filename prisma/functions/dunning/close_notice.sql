-- How a letter ended. Input {noticeId, outcome: 'sent' | 'failed', failure?, accounts: {receivables, dunningFees}}.
-- Levels rise and fees are charged (once per invoice and level) when it was sent, but not on an invoice whose payment has
-- crossed with it; a letter that did not arrive
-- holds the customer's reminders until a person has found another way. Again: nothing.
CREATE OR REPLACE FUNCTION close_notice(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  letter dunning_notice%ROWTYPE;
  line record;
BEGIN
  PERFORM enter_context(ctx);
  SELECT * INTO letter FROM dunning_notice WHERE id = (input->>'noticeId')::uuid FOR UPDATE;
  IF letter.state <> 'preparing' THEN RETURN jsonb_build_object('kind', letter.state); END IF;
  UPDATE dunning_notice SET state = input->>'outcome', failure = input->>'failure',
    sent_at = CASE WHEN input->>'outcome' = 'sent' THEN context_at(ctx) END WHERE id = letter.id;
  IF input->>'outcome' = 'failed' THEN
    PERFORM hold_undeliverable(ctx, letter, input->>'failure');
    RETURN '{"kind":"failed"}';
  END IF;
  PERFORM lock_for_settlement(ARRAY(SELECT o.id FROM open_item o JOIN dunning_notice_item x USING (invoice_id)
    WHERE x.notice_id = letter.id));
  FOR line IN
    SELECT x.invoice_id, x.level, x.open_amount, notice_fee(c.segment, letter.currency, x.level) AS fee
    FROM dunning_notice_item x JOIN customer c ON c.id = letter.customer_id WHERE x.notice_id = letter.id ORDER BY x.invoice_id
  LOOP
    UPDATE receivable SET dunning_level = line.level, last_notice_on = letter.business_day
    WHERE invoice_id = line.invoice_id AND dunning_level = line.level - 1;
    IF line.fee > 0 AND EXISTS (SELECT 1 FROM open_item o JOIN receivable r USING (invoice_id)
        WHERE o.invoice_id = line.invoice_id AND o.open_amount > 0 AND r.closed_at IS NULL) THEN
      PERFORM charge_fee(ctx, letter, jsonb_build_object('invoiceId', line.invoice_id, 'level', line.level,
        'fee', line.fee, 'accounts', input->'accounts'));
    END IF;
    PERFORM note_receivable(ctx, line.invoice_id, 'reminded', jsonb_build_object('kind', 'notice', 'id', letter.id,
      'amount', line.open_amount, 'detail', jsonb_build_object('level', line.level)));
  END LOOP;
  RETURN '{"kind":"sent"}';
END $$;
