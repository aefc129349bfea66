-- Money in: reversals, credit notes, and the letters that go with an invoice.

-- ------------------------------------------------------------------ letters, each sent once

ALTER TABLE mail_message ADD COLUMN IF NOT EXISTS attempted_at timestamptz;
ALTER TABLE mail_message ADD CONSTRAINT mail_message_state CHECK (state IN
  ('waiting', 'sending', 'sent', 'failed', 'unconfirmed'));

-- Puts a letter before a person.
CREATE FUNCTION report_letter(ctx jsonb, letter mail_message, item_kind text) RETURNS void LANGUAGE sql AS $$
  SELECT open_work_item(ctx, jsonb_build_object('kind', item_kind, 'subjectKind', 'mail', 'subjectId', letter.id,
    'customerId', letter.customer_id, 'detail', jsonb_build_object('businessKey', letter.business_key, 'kind', letter.kind,
      'recipient', letter.recipient, 'invoiceId', letter.invoice_id, 'noticeId', letter.notice_id, 'failure', letter.failure)))
$$;

-- Finds or makes the row of a letter. Input {businessKey, messageId, kind, recipient, language, subject, customerId?,
-- invoiceId?, noticeId?, leaseMs}. Answers {state, attempts, messageId}. A refused letter waits again when it has
-- another address now. A letter whose attempt broke off after the hand-over had begun may have arrived: when its
-- lease (machine time) is over it is 'unconfirmed' and put before a person, for it must not arrive twice.
CREATE FUNCTION open_letter(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE letter mail_message%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  INSERT INTO mail_message (business_key, message_id, kind, customer_id, invoice_id, notice_id, recipient, language, subject,
    state, created_at)
  VALUES (input->>'businessKey', input->>'messageId', input->>'kind', (input->>'customerId')::uuid, (input->>'invoiceId')::uuid,
    (input->>'noticeId')::uuid, input->>'recipient', input->>'language', input->>'subject', 'waiting', context_at(ctx))
  ON CONFLICT (business_key) DO NOTHING;
  SELECT * INTO letter FROM mail_message WHERE business_key = input->>'businessKey' FOR UPDATE;
  IF letter.state = 'failed' AND letter.recipient <> input->>'recipient' THEN
    UPDATE mail_message SET state = 'waiting', recipient = input->>'recipient', attempts = 0, failure = NULL
    WHERE id = letter.id RETURNING * INTO letter;
  ELSIF letter.state = 'sending'
    AND letter.attempted_at < clock_timestamp() - (input->>'leaseMs')::int * interval '1 millisecond' THEN
    UPDATE mail_message SET state = 'unconfirmed', failure = 'the attempt broke off while the letter was handed over'
    WHERE id = letter.id RETURNING * INTO letter;
    PERFORM report_letter(ctx, letter, 'mail-unconfirmed');
  END IF;
  RETURN jsonb_build_object('state', letter.state, 'attempts', letter.attempts, 'messageId', letter.message_id);
END $$;

-- The last moment before a letter is out of our hands; exactly one attempt gets {claimed: true}. Input {businessKey}.
CREATE FUNCTION claim_letter(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  PERFORM enter_context(ctx);
  UPDATE mail_message SET state = 'sending', attempted_at = clock_timestamp()
  WHERE business_key = input->>'businessKey' AND state = 'waiting';
  RETURN jsonb_build_object('claimed', FOUND);
END $$;

-- How an attempt ended. Input {businessKey, state: sent | waiting | failed | unconfirmed, failure?}. A letter that was
-- sent stays sent. What will not arrive, or may not have, is put before a person.
CREATE FUNCTION end_attempt(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE letter mail_message%ROWTYPE;
BEGIN
  PERFORM enter_context(ctx);
  UPDATE mail_message SET state = input->>'state', failure = input->>'failure', attempts = attempts + 1,
    sent_at = CASE WHEN input->>'state' = 'sent' THEN context_at(ctx) END
  WHERE business_key = input->>'businessKey' AND state IN ('waiting', 'sending')
  RETURNING * INTO letter;
  IF NOT FOUND THEN RETURN '{"recorded":false}'; END IF;
  CASE letter.state
    WHEN 'failed' THEN PERFORM report_letter(ctx, letter, 'mail-undeliverable');
    WHEN 'unconfirmed' THEN PERFORM report_letter(ctx, letter, 'mail-unconfirmed');
    WHEN 'sent' THEN
      UPDATE work_item SET state = 'done', closed_at = context_at(ctx), closed_by = ctx#>>'{actor,id}'
      WHERE kind = 'mail-undeliverable' AND subject_id = letter.id::text AND state = 'open';
    ELSE NULL;
  END CASE;
  RETURN jsonb_build_object('recorded', true);
END $$;
