-- How an attempt ended. Input {businessKey, state: sent | waiting | failed | unconfirmed, failure?}. A letter that was
-- sent stays sent. What will not arrive, or may not have, is put before a person.
CREATE OR REPLACE FUNCTION end_attempt(ctx jsonb, input jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
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
      PERFORM record_event(ctx, i.sale_id, 'invoice-mailed', jsonb_build_object('kind', 'invoice', 'id', i.id, 'number', i.number,
        'workflowId', 'receivable:' || i.id)) FROM invoice i WHERE i.id = letter.invoice_id AND letter.kind = 'invoice';
    ELSE NULL;
  END CASE;
  RETURN jsonb_build_object('recorded', true);
END $$;
